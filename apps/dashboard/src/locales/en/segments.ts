import { counted } from './plural.ts'
import { segmentEditor } from './segment-editor.ts'

export const segments = {
  /** Names the bar for screen readers. */
  label: 'Whom you are looking at',
  /** No condition is set. */
  everyone: 'Everyone',
  filter: 'Filter',
  accounts: (accounts: number) => counted(accounts, 'account', 'accounts'),
  people: (people: number) => counted(people, 'person', 'people'),
  /** Share of the revenue of all customers. */
  ofSpend: (share: string) => `${share} of spend`,
  nobodyYet: 'No customers yet',
  nobody: 'No customer fits. Take out a condition to see more.',
  sizeFailed: 'The size could not be counted.',
  /** Button on a condition. */
  remove: (condition: string) => `Remove ${condition}`,
  clear: 'Clear all',
  /** Said when the address holds a filter that cannot be read. */
  fault: (faults: string) => `One part of the filter in the address was left out: ${faults}`,
  /** The address names a saved segment that was deleted. */
  gone: 'A saved segment in this filter was deleted. Take it out to see customers again.',
  asOf: {
    label: 'Values as of',
    answer: 'As of the answer',
    now: 'As of now',
    /** The difference, where one chooses. */
    answerHint:
      'Plan, spend, tenure, country and traits as they were when the customer answered, asked or voted: who has since left the plan still counts.',
    nowHint:
      'The same values as they are today: an answer given on a smaller plan counts for the plan that the customer has now.',
    rest: 'Everything else, such as seats, language, events, tickets and the last NPS score, is always as of now.',
  },
  saved: {
    menu: 'Saved',
    none: 'No segment is saved yet. Filter customers, then save them under a name.',
    all: 'All saved segments',
    saveAs: 'Save as…',
    title: 'Save this segment',
    name: 'Name',
    nameHint: 'Such as “Growing and paying”',
    save: 'Save',
    cancel: 'Cancel',
    /** Before the conditions in words. */
    holds: 'It holds:',
    nameTaken: 'Another segment has this name. Choose another one.',
    nameMissing: 'Give it a name.',
    conditionMissing: 'Add at least one condition.',
  },
  page: {
    title: 'Segments',
    lead: 'Customers under a name. Everyone in the workspace sees the same ones, and all pages can be cut by them.',
    total: (count: number) => counted(count, 'segment', 'segments'),
    create: 'New segment',
    /** Names the table for screen readers. */
    table: 'Saved segments with their size now',
    columns: {
      name: 'Segment',
      people: 'People',
      accounts: 'Accounts',
      spend: (currency: string) => `Spend a month, ${currency}`,
      share: 'Of spend',
      /** Instead of the share of spend while no customer has any spend. */
      shareOfPeople: 'Of people',
      actions: 'Actions',
    },
    empty: {
      title: 'No segments yet',
      body: 'A segment is a group of customers under a name, such as all who pay over $100 and stayed for six months. Save one, and every page can be cut by it.',
    },
    edit: (name: string) => `Edit ${name}`,
    duplicate: (name: string) => `Duplicate ${name}`,
    remove: (name: string) => `Delete ${name}`,
    show: (name: string) => `Look at ${name}`,
    /** The name of a duplicate; `count` from the second on. */
    copyOf: (name: string, count: number) => (count === 1 ? `${name} (copy)` : `${name} (copy ${count})`),
    editTitle: 'Edit segment',
    createTitle: 'New segment',
    save: 'Save segment',
    saved: (name: string) => `“${name}” is saved.`,
    duplicated: (name: string) => `“${name}” is added.`,
    segmentUse: (name: string) => `“${name}”`,
    surveyUse: (name: string) => `the survey “${name}”`,
    articleUse: (name: string) => `the article “${name}”`,
    usedBy: (names: string) => `A change here also changes what is built on it: ${names}.`,
    unsaved: 'What you changed is not saved.',
    discard: 'Discard changes',
    removeTitle: (name: string) => `Delete “${name}”?`,
    removeBody: 'Addresses that name it stop working. The customers and what they said stay.',
    removeUsed: (names: string) => `It cannot be deleted yet: ${names} is built on it. Change that first.`,
    removeUsedMany: (names: string) => `It cannot be deleted yet: ${names} are built on it. Change those first.`,
    removeConfirm: 'Delete segment',
    removeCancel: 'Keep it',
    removed: (name: string) => `“${name}” is deleted.`,
    undo: 'Undo',
    /** A deleted segment is there again, under a new id. */
    restored: (name: string) => `“${name}” is back.`,
  },
  editor: segmentEditor,
}
