import { counted } from './plural.ts'

export const articleEditor = {
  back: 'All articles',
  /** Title of the page while the article has none. */
  untitled: 'New article',
  heading: 'Article',
  readOnly: 'You can read this article. Changing it takes an agent, admin or owner.',
  title: 'Title',
  titleHint: 'What would a customer type to find this?',
  summary: 'Summary',
  summaryHint: 'One or two sentences: shown in search and in suggestions',
  body: 'Text in Markdown',
  views: { label: 'Show', write: 'Write', preview: 'Preview' },
  saving: {
    saved: 'Saved',
    changed: 'Not saved yet',
    saving: 'Saving…',
    waiting: 'No connection. Your text is kept in this browser and saved once it is back.',
    signedOut: 'Not saved: you were signed out. Your text is kept in this browser.',
    refused: 'Not saved: something cannot stay as it is.',
    conflict: 'Not saved: somebody else changed it.',
    /** Of a published article: changes wait until they are published. */
    unpublished: 'Changes not published yet',
    /** Of a new article. */
    untitled: 'Kept in this browser. Give it a title to save it.',
  },
  acts: {
    publish: 'Publish',
    publishChanges: 'Publish changes',
    publishing: 'Publishing…',
    discard: 'Discard changes',
    history: 'History',
    /** Opens the public page. */
    open: 'Open page',
    more: 'More',
    withdraw: 'Take back to draft',
    remove: 'Delete…',
  },
  said: {
    published: 'Published. Customers can read it now.',
    publishedFor: 'Published. The customers it is for can read it in the widget now.',
    changed: 'Your changes are published.',
    withdrawn: 'Taken back. It is a draft again, and nobody outside reads it.',
    discarded: 'Your changes are dropped.',
    restored: (revision: number) => `Revision ${revision} is back, as a new revision.`,
    kept: 'Yours counts now. Theirs stands in the history.',
    image: (name: string) => `The picture ${name} is in the text.`,
  },
  conflict: {
    title: 'Somebody else changed this article in the meantime',
    body: 'What you wrote is kept in this browser and is not in the article. Only you can decide what counts.',
    mine: 'Use mine',
    theirs: 'Use theirs, drop mine',
    /** Above the comparison. */
    differences: 'From theirs to yours',
  },
  languages: {
    label: 'Languages of this article',
    add: 'Add a language',
    adding: 'Adding…',
    /** A language version that is not published. */
    draft: 'draft',
    choose: 'Language',
  },
  details: {
    title: 'Address, area and readers',
    slug: 'Address',
    slugNew: 'From the title, when it is first saved',
    /** What comes before the address of the article. */
    slugHint: 'The last part of the public address, the same in every language.',
    slugMoves: 'Another one moves every language of this article. The old address leads to the new one for good.',
    redirects: (slugs: string) => `Also leads here: ${slugs}`,
    area: 'Area',
    noArea: 'None',
    audience: 'Readers',
    everyone: 'Everyone',
    audienceHint: 'With chosen customers, it is read in the widget by them alone and left out of the help centre.',
    unreadable: 'This filter cannot be read, so nobody may read the article.',
    choose: 'Choose customers',
    change: 'Change',
    clear: 'For everyone',
    dialog: 'Who may read it',
    done: 'Done',
    knownIssue: 'This is a known issue',
    knownIssueHint:
      'A fault that you know of and are mending. Customers who run into it are told so before they file a ticket.',
  },
  toolbar: {
    label: 'Format',
    bold: 'Bold',
    italic: 'Italic',
    heading2: 'Heading',
    heading3: 'Small heading',
    bullets: 'List',
    numbers: 'Numbered list',
    quote: 'Quote',
    code: 'Code',
    link: 'Link',
    image: 'Picture',
    table: 'Table',
    /** Name of a button with its keys. */
    withKeys: (name: string, keys: string) => `${name} (${keys})`,
    keysHint: 'Control+S saves a draft, Control+Enter publishes.',
  },
  /** Stand in the text until something is written in their place. */
  stopgaps: { text: 'text', code: 'code', head: 'Heading', cell: 'Cell' },
  link: {
    title: 'Link',
    search: 'Address, or words of an article',
    address: (address: string) => `Link to ${address}`,
    none: 'No article fits.',
    results: 'Articles',
    hint: 'A link to an article leads each reader to it in their own language.',
  },
  image: {
    /** Stands in the text while a picture is on its way. */
    uploading: (name: string) => `Uploading ${name}`,
    /** Read out and shown below the text. */
    status: (pictures: number) => `${counted(pictures, 'picture', 'pictures')} on the way…`,
    failed: (name: string) => `The picture ${name} is not stored.`,
    type: 'Pictures can be PNG, JPEG, WebP or GIF.',
    tooLarge: (limit: string) => `A picture may have ${limit} at most.`,
    choose: 'Choose a picture',
    /** Words for who cannot see the picture, until somebody writes better ones. */
    alt: 'Picture',
    drop: 'Drop a picture to put it here',
  },
  preview: {
    label: 'As readers will see it',
    empty: 'What you write appears here as readers will see it.',
    failed: 'The preview is not up to date.',
  },
  faults: {
    title: (faults: number) => `${counted(faults, 'link leads', 'links lead')} nowhere`,
    line: (line: number) => `Line ${line}`,
    kinds: {
      missing_article: 'there is no such article',
      unpublished_article: 'that article is not published',
      missing_image: 'there is no such picture',
      missing_file: 'a file that readers cannot reach',
    },
  },
  history: {
    title: 'History',
    list: 'Revisions',
    revision: (revision: number) => `Revision ${revision}`,
    reasons: { created: 'Begun', changed: 'Changed', restored: 'Restored', imported: 'Imported' },
    by: (name: string) => `by ${name}`,
    now: 'Now',
    compare: 'Compare',
    before: 'With the one before',
    /** What is on the screen, compared with a revision. */
    withNow: 'With now',
    first: 'The first revision.',
    same: 'Nothing differs.',
    restore: 'Restore this revision',
    restoring: 'Restoring…',
    /** A published article has changes that are not published. */
    unsaved: 'Publish or discard your changes before you restore a revision.',
    /** A field that differs, besides the text. */
    field: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
    /** Nothing stood in a field. */
    none: 'none',
    yes: 'yes',
    no: 'no',
    fields: {
      slug: 'Address',
      locale: 'Language',
      title: 'Title',
      summary: 'Summary',
      areaId: 'Area',
      audience: 'Readers',
      knownIssue: 'Known issue',
    },
    removed: 'Taken out:',
    added: 'Put in:',
    /** Lines of the text between two changes, which are left out. */
    unchanged: (lines: number) => `${counted(lines, 'line', 'lines')} as before`,
    diff: 'What differs in the text',
  },
  remove: {
    title: (title: string) => `Delete “${title}”?`,
    body: (language: string) => `The ${language} version goes for good, with all its revisions.`,
    /** `verdicts` is a number. */
    verdicts: (verdicts: number) =>
      `${counted(verdicts, 'reader’s word', 'readers’ words')} on whether it helped go with it.`,
    page: (address: string) => `Its page ${address} is gone at once.`,
    others: (languages: string) => `The article stays in ${languages}.`,
    redirects: (slugs: string) => `Old addresses lead nowhere from then on: ${slugs}.`,
    confirm: 'Delete article',
    cancel: 'Keep it',
    instead: 'To keep the words but hide them from customers, take it back to draft instead.',
  },
}
