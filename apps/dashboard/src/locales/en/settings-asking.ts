import { counted } from './plural.ts'

const days = (count: number) => counted(count, 'day', 'days')

/** How often one person may be asked, over all surveys. */
export const settingsAsking = {
  title: 'Asking',
  lead: 'People answer gladly when they are asked seldom. These rules hold for each person over all surveys, browsers and devices.',
  readOnly: 'You can read this page. Changing it takes an owner or admin of the workspace.',
  restDays: {
    label: 'Days of rest between two prompts',
    hint: 'After a prompt of any survey, the same person sees none for so long. 0: no rest.',
  },
  laterDays: {
    label: 'Days after “Ask me later”',
    hint: 'Whoever chose that may be asked the same again after so many days.',
  },
  mostASession: {
    label: 'Prompts in one visit, at most',
    hint: 'Counted from opening your app to closing it.',
  },
  bounds: (min: number, max: number) => `Use a whole number from ${min} to ${max}.`,
  /** The rules as they stand on the screen, on somebody's week. */
  example: (rule: { restDays: number; laterDays: number; mostASession: number }) =>
    [
      rule.restDays === 0
        ? 'For example: somebody who sees a prompt on Monday may see one of another survey on the same day,'
        : `For example: somebody who sees a prompt on Monday sees no other for ${days(rule.restDays)},`,
      `and at most ${counted(rule.mostASession, 'prompt', 'prompts')} in a visit.`,
      `If they choose “Ask me later”, the same question may come back after ${days(rule.laterDays)}.`,
    ].join(' '),
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
}
