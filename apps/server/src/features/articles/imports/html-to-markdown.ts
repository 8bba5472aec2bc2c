import { tables } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' })
turndown.use(tables)
turndown.remove(['script', 'style', 'iframe', 'object', 'noscript', 'form'])

/** The HTML of an export as Markdown; what could run in it is left out. */
export const htmlToMarkdown = (html: string): string => turndown.turndown(html).trim()
