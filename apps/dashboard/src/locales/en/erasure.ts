import { counted } from './plural.ts'

/** Erasing a person: what is asked before, and what is told after. */
export const erasure = {
  button: 'Erase this person…',
  /** Of somebody who only claims in a browser to be a user: the user stays. */
  claimButton: 'Erase this claim…',
  title: (person: string) => `Erase ${person}?`,
  loading: 'Counting what would go…',
  /** Above the list of what goes. */
  goes: 'These go for good, with name, address and traits:',
  goesAlone: 'Name, address and traits go for good. Nothing else is kept of this person.',
  kinds: {
    responses: (n: number) => `${counted(n, 'answer', 'answers')} to surveys, which no figure counts any more`,
    exposures: (n: number) => `${counted(n, 'time', 'times')} that a survey was shown`,
    tickets: (n: number) => `${counted(n, 'ticket', 'tickets')}, with what your team wrote there`,
    attachments: (n: number) => counted(n, 'file', 'files'),
    requests: (n: number) => `${counted(n, 'request', 'requests')} for help, with what Heed learned there`,
    deflections: (n: number) => `${counted(n, 'time', 'times')} that an article helped`,
    ideas: (n: number) => `${counted(n, 'idea', 'ideas')} that nobody else voted for`,
    votes: (n: number) => counted(n, 'vote', 'votes'),
    events: (n: number) => `${counted(n, 'event', 'events')} that your server told`,
    mails: (n: number) => `${counted(n, 'mail', 'mails')} that Heed wrote to them`,
    visitors: (n: number) => `${counted(n, 'browser', 'browsers')} known as theirs`,
    /** Of somebody who pays without a company. */
    accounts: () => 'the account that Heed kept for them alone',
  },
  /** Above the list of what stays. */
  stays: 'This stays:',
  keptIdeas: (n: number) =>
    `${counted(n, 'idea', 'ideas')} that others voted for or your team took up, without the author`,
  account: (account: string) => `the account ${account}`,
  known: 'what your server and signed identities say of this user',
  /** Below both lists. */
  again: 'It cannot be undone. If your app names them again, they begin as a new person.',
  confirm: 'Erase for good',
  cancel: 'Keep',
  /** The page after it was done. */
  done: (person: string) => `${person} was erased`,
  went: 'What went',
  stayed: 'What stayed',
  wentAlone: 'Name, address and traits; nothing else was kept of this person.',
  back: 'All people',
}
