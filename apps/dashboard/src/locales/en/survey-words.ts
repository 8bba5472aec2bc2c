import { counted } from './plural.ts'

/** A survey's rules in words: on the closed parts of the builder, before a launch, and in the version history. */
export const surveyWords = {
  everyone: 'Everyone',
  seenFrom: (days: number) => `first seen ${counted(days, 'day', 'days')} ago or earlier`,
  seenTo: (days: number) => `first seen in the last ${counted(days, 'day', 'days')}`,
  seenBetween: (from: number, to: number) => `first seen ${from} to ${counted(to, 'day', 'days')} ago`,
  serverEvent: (name: string, days: number) => `did “${name}” in the last ${counted(days, 'day', 'days')}`,
  when: {
    atOnce: 'As soon as the page is ready',
    /** `duration`: such as "5 seconds". */
    after: (duration: string) => `${duration} after the page is ready`,
    path: (glob: string) => `on ${glob}`,
    event: (name: string) => `after “${name}”`,
    /** Properties that the event must have. */
    eventWhere: (name: string, where: string) => `after “${name}” with ${where}`,
    scroll: (share: string) => `${share} scrolled`,
    leaving: 'when leaving',
    clicked: (selector: string) => `after a click on ${selector}`,
    newVersion: 'in a new version of your app',
    code: 'only when your app asks for it',
  },
  howMany: {
    everyone: 'Everyone who fits',
    share: (share: string) => `${share} of those who fit`,
    answers: (answers: number, days: number) =>
      `${counted(answers, 'answer', 'answers')} in ${counted(days, 'day', 'days')}`,
    margin: (points: string, days: number) => `A margin of ± ${points} points in ${counted(days, 'day', 'days')}`,
    /** `parts`: such as "plan, tenure and spend". */
    by: (parts: string) => `spread over ${parts}`,
    parts: { plan: 'plan', tenure: 'tenure', spend: 'spend' },
  },
  howOften: {
    once: 'Each person once',
    every: (days: number) => `Each person again after ${counted(days, 'day', 'days')}`,
    first: 'before other surveys',
    last: 'after other surveys',
  },
  schedule: {
    open: 'From launch until you end it',
    from: (at: string) => `from ${at}`,
    until: (at: string) => `until ${at}`,
    limit: (answers: number) => `at most ${counted(answers, 'answer', 'answers')}`,
  },
  alerts: {
    none: 'None',
    notice: 'a notice on each low score',
    ticket: 'a ticket on each low score',
    /** `amount`: a month, with its currency. */
    spendFrom: (alert: string, amount: string) => `${alert} from ${amount} a month`,
    drop: 'a notice when the result drops',
  },
  reach: {
    /** Whom it would ask: people who were here in the last so many days. */
    people: (people: string, days: number) => `About ${people} in ${counted(days, 'day', 'days')}`,
    personCount: (people: number) => counted(people, 'person', 'people'),
    answers: (low: string, high: string) => `${low}–${high} answers to expect`,
    answersOne: (count: number) => `${counted(count, 'answer', 'answers')} to expect`,
    nobody: (days: number) => `Nobody who fits was here in the last ${counted(days, 'day', 'days')}`,
    /** The workspace has heard of no customer at all. */
    nobodyYet: 'No customers are known yet',
    onceTheyCome: 'Whoever fits is asked once they come.',
    targeted: (targeted: string, base: string) => `${targeted} of ${base} people fit, here or not`,
    unknownRate: 'How many answer is not known yet: nothing was asked before.',
    counting: 'Counting…',
    failed: 'The reach could not be counted.',
  },
}
