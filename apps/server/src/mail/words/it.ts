import type { MailWords } from '../mail-words.ts'

export const it: MailWords = {
  states: {
    open: 'Aperta',
    planned: 'Pianificata',
    in_progress: 'In corso',
    shipped: 'Disponibile',
    closed: 'Non pianificata',
  },
  voted: 'Hai votato per questa idea: «{idea}».',
  become: {
    open: 'È aperta.',
    planned: 'Abbiamo in programma di realizzarla.',
    in_progress: 'Ci stiamo lavorando.',
    shipped: 'Ora è disponibile.',
    closed: 'Non abbiamo in programma di realizzarla.',
  },
  answer: '{workspace} scrive:',
  app: 'Nell’app:',
  why: 'Ricevi questo messaggio perché hai votato per un’idea di {workspace}.',
  stop: 'Niente più e-mail sulle idee',
  stopTitle: 'Non ricevere più e-mail sulle idee?',
  stopQuestion: '{workspace} non scriverà più a {address} quando ci sono novità su un’idea per cui hai votato.',
  stopButton: 'Interrompi queste e-mail',
  stopped: 'Non riceverai più queste e-mail',
  stoppedText: '{workspace} non ti invierà più e-mail sulle idee. I tuoi voti contano ancora.',
  unknown: 'Questo link non porta da nessuna parte',
  unknownText: 'Forse è stato troncato. Aprilo di nuovo dall’e-mail.',
}
