import { formatCount } from '../../ui/numbers.ts'
import { counted } from './plural.ts'

/** The page of one idea, and ideas beside tickets and answers. */
export const idea = {
  back: 'Back to ideas',
  /** Title of the page while the idea itself could not be loaded. */
  heading: 'Idea',
  by: (name: string) => `by ${name}`,
  byMember: 'written down by your team',
  edit: 'Edit',
  merge: 'Merge',
  remove: 'Delete',
  figures: 'Who waits for it',
  form: {
    createTitle: 'New idea',
    editTitle: 'Edit the idea',
    title: 'Title',
    body: 'Text',
    area: 'Area',
    /** Above ideas that are like the title one is writing. */
    similar: 'Already on the board',
    create: 'Add idea',
    save: 'Save',
    cancel: 'Cancel',
    /** Over what was written before one left the page. */
    kept: 'You wrote this earlier, and it is not saved yet.',
    /** When one closes the form, before it is dropped. */
    unsaved: 'What you wrote is not saved.',
    discard: 'Discard it',
  },
  answering: {
    title: 'What became of it',
    state: 'State',
    words: 'Words to the voters',
    /** Why the field may stay empty. */
    hint: 'Left empty, they are told the new state.',
    /** How many voters hear it, in which way. */
    reach: (widget: number, mail: number) =>
      `${counted(widget, 'voter is', 'voters are')} told in the widget, ${mail === 0 ? 'nobody' : formatCount(mail)} by mail.`,
    tell: 'Tell the voters',
    /** Instead of telling it. The state that the idea has by now. */
    changed: (state: string) =>
      `Nobody was told: somebody else changed this idea in the meantime, and its state is “${state}”. What you chose and wrote is still here: press “Tell the voters” once more if it still holds.`,
    nobody: 'Nobody has voted in the widget yet, and nobody can be reached by mail.',
    history: 'What was told so far',
    none: 'Nothing yet.',
    /** After a date. */
    memberGone: 'Former member',
  },
  voters: {
    title: 'Voters',
    total: (total: number) => counted(total, 'vote', 'votes'),
    none: 'No votes yet.',
    noneInSegment: 'No votes from these customers.',
    /** A member cast it. */
    cast: (name: string) => `cast by ${name}`,
    fromTicket: 'from a ticket',
    /** It was given to an idea that was merged into this one. */
    from: (title: string) => `for “${title}”`,
    takeBack: 'Take back',
    takeBackOf: (name: string) => `Take back the vote for ${name}`,
  },
  split: {
    title: 'Who they are',
    /** Names the tables. */
    by: { plan: 'By plan', tenure: 'By time as a customer', spend: 'By spend a month' },
    columns: { part: 'Part', votes: 'Votes', accounts: 'Accounts', spend: 'Spend' },
    none: 'No votes to split.',
  },
  links: {
    title: 'Tickets and answers about it',
    none: 'None linked. Open a ticket or an answer and link it there.',
    ticket: (number: number) => `#${number}`,
    answer: 'Answer',
    noWords: 'A score without words',
    remove: 'Unlink',
    removeOf: (words: string) => `Unlink “${words}”`,
  },
  merging: {
    title: 'Merge into another idea',
    body: 'The votes move there, one a person. This idea is no longer shown, and its address leads to the other. You can undo it at any time.',
    search: 'Find the other idea',
    none: 'No other idea fits.',
    votes: (votes: number) => counted(votes, 'vote', 'votes'),
    into: (title: string) => `Merge into “${title}”`,
    confirm: 'Merge',
    cancel: 'Cancel',
    merged: (title: string) => `“${title}” is merged into this idea.`,
    undo: 'Undo',
    list: 'Merged into this one',
    came: (votes: number) => `${counted(votes, 'vote', 'votes')} came with it`,
    apart: 'Let it stand alone',
    apartOf: (title: string) => `Let “${title}” stand alone`,
  },
  removing: {
    title: (title: string) => `Delete “${title}”?`,
    body: 'It is taken off the board with its answers and links, and with:',
    votes: (votes: number) => counted(votes, 'vote', 'votes'),
    /** Titles of ideas, each in quotation marks. */
    merged: (titles: string[]) =>
      `${counted(titles.length, 'idea', 'ideas')} merged into it: ${titles.map((title) => `“${title}”`).join(', ')}`,
    instead: 'This cannot be undone. To keep the votes, close it instead.',
    confirm: 'Delete for good',
    cancel: 'Keep it',
  },
  /** Beside a ticket or an answer. */
  target: {
    title: 'Ideas',
    none: 'Linked to no idea.',
    link: 'Link to an idea',
    dialog: 'Link to an idea',
    search: 'Find an idea',
    noneFound: 'No idea fits.',
    choose: (title: string) => `Link to “${title}”`,
    unlink: 'Unlink',
    unlinkOf: (title: string) => `Unlink “${title}”`,
    vote: 'Vote for the customer',
    voteOf: (title: string) => `Vote for the customer: “${title}”`,
    votedByPerson: 'They voted',
    votedByMember: 'Your team voted for them',
    takeBack: 'Take back',
    takeBackOf: (title: string) => `Take back the vote: “${title}”`,
  },
}
