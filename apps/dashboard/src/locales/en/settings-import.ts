import { counted } from './plural.ts'

export const settingsImport = {
  title: 'Import',
  lead: 'Bring people or accounts from a CSV file. What is there already is changed, what is not is added; empty cells leave a value as it is. The same file twice changes nothing the second time.',
  readOnly: 'Importing customers takes an owner or admin of the workspace.',
  kind: 'What is in the file',
  kinds: { people: 'People', accounts: 'Accounts' },
  kindHints: { people: 'One person a row, with the account they belong to', accounts: 'One company a row' },
  file: {
    label: 'File',
    choose: 'Choose a CSV file',
    drop: 'or drop it here',
    paste: 'Paste rows in place of a file',
    pasted: 'Rows, with the names of the columns first',
    pastedName: 'Pasted rows',
    read: 'Read the rows',
    another: 'Another file',
    tooLarge: (limit: string) =>
      `The file is larger than ${limit}. Split it: importing parts is the same as importing the whole.`,
    unreadable: 'The browser could not read this file. Choose it again.',
    empty: 'There is nothing in it.',
    limit: (limit: string) => `At most ${limit}, first line with the names of the columns`,
    reading: 'Reading the columns',
  },
  mapping: {
    title: 'What the columns are',
    rows: (name: string, rows: number) => `${name} · ${counted(rows, 'row', 'rows')}`,
    column: 'Column',
    samples: 'First values',
    meaning: 'Is',
    /** Names the choice for one column. */
    meaningOf: (column: string) => `What ${column} is`,
    leaveOut: 'Left out',
    /** A column becomes a trait named as the column. */
    trait: (name: string) => `Trait “${name}”`,
    accountTrait: (name: string) => `Trait “${name}” of the account`,
    groups: { person: 'Person', account: 'Account', other: 'Other' },
    noSamples: 'empty',
    twice: (columns: string) => `${columns} are mapped to the same field. Leave one of them out.`,
    needsId: { people: 'Say which column holds the user id.', accounts: 'Say which column holds the account id.' },
    needsAccountId: 'Say which column holds the account id, or leave the columns of the account out.',
    dryRun: 'Try without saving',
    trying: 'Trying',
  },
  /** What a column can be; `spend` is an amount such as 129.90, `spendMinor` the same in cents. */
  fields: {
    person: { userId: 'User id', name: 'Name', email: 'E-mail', locale: 'Language', createdAt: 'User since' },
    account: {
      accountId: 'Account id',
      name: 'Account name',
      plan: 'Plan',
      spend: 'Spend a month (129.90)',
      spendMinor: 'Spend a month in cents (12990)',
      currency: 'Currency of spend',
      seats: 'Seats',
      createdAt: 'Customer since',
    },
  },
  report: {
    dryTitle: 'What would happen',
    title: 'What happened',
    dry: {
      added: 'would be added',
      changed: 'would be changed',
      unchanged: 'would stay as they are',
      refused: 'would be left out',
    },
    done: { added: 'added', changed: 'changed', unchanged: 'stayed as they were', refused: 'left out' },
    rows: (rows: number) => counted(rows, 'row', 'rows'),
    faults: 'Rows with faults',
    faultsHint:
      'These rows are left out; all others are taken. Mend them in the file and import it again: nothing is doubled.',
    row: 'Line',
    column: 'Column',
    message: 'What is wrong',
    more: (shown: number, all: number) => `The first ${shown} of ${all} are listed; the download holds them all.`,
    capped: 'Only the first 1,000 faults are told.',
    download: 'Download faults',
    /** Name of the downloaded file, without its ending. */
    fileName: 'import-faults',
    import: (rows: number) => `Import ${counted(rows, 'row', 'rows')}`,
    importing: (rows: number) => `Importing ${counted(rows, 'row', 'rows')}. Keep this page open.`,
    noUndo: 'An import cannot be undone.',
    nothing: 'There is nothing to import: no row would change anything.',
    failed:
      'Some rows may have been stored before this happened. Importing the same file again is safe: what is stored already stays as it is.',
  },
}
