import type { MailWords } from '../mail-words.ts'

export const en: MailWords = {
  states: {
    open: 'Open',
    planned: 'Planned',
    in_progress: 'In progress',
    shipped: 'Shipped',
    closed: 'Not planned',
  },
  voted: 'You voted for this idea: “{idea}”.',
  become: {
    open: 'It is open.',
    planned: 'We plan to do it.',
    in_progress: 'We are working on it.',
    shipped: 'It is there now.',
    closed: 'We do not plan to do it.',
  },
  answer: '{workspace} writes:',
  app: 'In the app:',
  why: 'You get this because you voted for an idea of {workspace}.',
  stop: 'No more mail about ideas',
  stopTitle: 'No more mail about ideas?',
  stopQuestion: '{workspace} will no longer write to {address} when something happens to an idea that you voted for.',
  stopButton: 'Stop these mails',
  stopped: 'These mails are stopped',
  stoppedText: '{workspace} sends you no more mail about ideas. Your votes still count.',
  unknown: 'This link leads nowhere',
  unknownText: 'It may have been cut off. Open it from the mail once more.',
}
