import { formatCount } from '../../ui/numbers.ts'
import { counted } from './plural.ts'

const people = (count: number) => counted(count, 'person', 'people')

/** What is suggested before a ticket, and to whom. */
export const settingsHelp = {
  title: 'Suggestions',
  lead: 'While somebody writes a ticket, Heed suggests what may answer it. Here you say to whom, what, and how sure it must be.',
  readOnly: 'You can read this page. Changing it takes an owner or admin of the workspace.',
  holdOut: {
    title: 'Hold-out',
    label: 'People who are shown no suggestion, in per cent',
    hint: '0 to 50. The same people stay held out, on every device. They can search and file tickets as everybody can.',
    gives:
      'It gives the figure its worth: only against people without suggestions can be said how many tickets the others did not file.',
    /** What the share means for those who asked lately. */
    affects: (count: number, of: number, days: number) =>
      `In the last ${counted(days, 'day', 'days')}, ${people(of)} asked what Heed has a suggestion for: about ${formatCount(count)} of them would have seen none.`,
    nobodyYet: 'Nobody has asked anything yet that Heed has a suggestion for, so nobody is affected so far.',
    costs: (tickets: number) =>
      `It costs: about ${counted(tickets, 'more ticket', 'more tickets')} in these days than with suggestions for all.`,
    /** Half the margin, in tickets per 100 people who asked. */
    margin: (half: number) =>
      `The margin would be about ${counted(half, 'ticket', 'tickets')} per 100 people to either side; a larger share narrows it, most of all a small one.`,
    none: 'With 0 nothing can be claimed: there is nobody to hold the others against.',
  },
  handling: {
    title: 'Handling time',
    label: 'Minutes a ticket costs you',
    hint: 'From reading it to the last reply, on average. The hours saved go by it.',
  },
  falseShare: {
    title: 'How sure a suggestion must be',
    label: 'Questions without an answer that may get a suggestion all the same, in per cent',
    hint: '1 to 50. Fewer: Heed is silent more often, also where it knew the answer. More: it helps more often, and is wrong more often.',
  },
  kinds: {
    title: 'Beside articles',
    ideas: 'Suggest ideas',
    ideasHint: 'Who asks for what is wished for already can vote for it in place of a ticket.',
    issues: 'Suggest known issues',
    issuesHint: 'Articles that are marked as known issue tell of a fault that is being mended.',
  },
  bounds: (min: number, max: number) => `Use a whole number from ${min} to ${max}.`,
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
}
