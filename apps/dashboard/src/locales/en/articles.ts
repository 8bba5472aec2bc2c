import { articleEditor } from './article-editor.ts'
import { articleImport } from './article-import.ts'
import { counted } from './plural.ts'

export const articles = {
  title: 'Articles',
  total: (articles: number) => counted(articles, 'article', 'articles'),
  create: 'New article',
  import: 'Import',
  /** Opens the public pages. */
  helpCentre: 'Help centre',
  states: { draft: 'Draft', published: 'Published' },
  filter: {
    label: 'Filter articles',
    search: 'Search articles',
    searchHint: 'Words of title, summary or address',
    anyArea: 'Every area',
    noArea: 'Without an area',
    anyLanguage: 'Every language',
    all: 'All',
    none: 'No article fits. Take a filter out, or search for other words.',
    clear: 'Take all filters out',
  },
  list: {
    table: 'Articles, the last changed first',
    article: 'Article',
    languages: 'Languages',
    state: 'State',
    area: 'Area',
    updated: 'Changed',
    helped: 'Helped',
    notHelped: 'Did not help',
    /** No reader has said anything. */
    noVerdicts: 'Nobody has said yet',
    noArea: 'None',
    /** Mark of an article that not everybody may read. */
    audience: 'For some customers',
    /** The same article in another language, with whether it is a draft. */
    version: (language: string, isDraft: boolean) => (isDraft ? `${language}, draft` : language),
  },
  empty: {
    title: 'No articles yet',
    body: 'An article answers before anybody has to ask: it is suggested while a customer types, and found in your help centre.',
    write: 'Write the first',
    import: 'Import from elsewhere',
    readOnly: 'Whoever answers customers here can write the first.',
  },
  centre: {
    title: 'Help centre',
    lead: 'Every article that is published for everyone, as public pages that anybody can read and search.',
    readOnly: 'You can look at this. Changing it takes an owner or admin of the workspace.',
    address: 'Address',
    open: 'Open the help centre',
    name: 'Name in the address',
    hint: 'a–z, digits and -, 2 to 40 of them. Earlier names go on leading there.',
    unfit: 'Write 2 to 40 of a–z and digits, joined by -.',
    save: 'Save name',
    saving: 'Saving…',
    saved: 'Saved. The help centre has its new address.',
  },
  editor: articleEditor,
  importing: articleImport,
}
