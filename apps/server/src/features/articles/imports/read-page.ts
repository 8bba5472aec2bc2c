import type { ImportNote } from '@heed/contracts'
import { longestArticleBody, longestArticleSummary, longestArticleTitle } from '@heed/contracts/article-limits'
import { parse } from 'yaml'
import { cleanText } from '../../../http/clean-input.ts'
import { isReadable, readMarkdown } from '../read-markdown.ts'
import type { ImportPage, LeftOut } from './import-page.ts'
import { type Placed, readLanguage } from './page-locale.ts'

/** Characters in which the first heading is looked for: what comes before it are comments at most. */
const farthestHeading = 5_000

type Matter = { fields: Record<string, unknown>; text: string; body: string; linesBefore: number; notes: ImportNote[] }

/** Fields of front matter that say something of an article; all others are noted. */
const knownFields = ['title', 'summary', 'description', 'slug', 'locale', 'lang', 'area', 'draft']

/**
 * A Markdown file as a page. The title is that of the front matter, else the first heading, else the file's name.
 * @param locale of pages that do not say
 */
export function readPage(path: string, bytes: Buffer, placed: Placed, locale: string): ImportPage | LeftOut {
  const text = decode(bytes)
  if (text === undefined) return { path, reason: 'unreadable' }
  const matter = readMatter(text)
  const { fields, notes } = matter
  const said = (name: string) => textOf(fields[name])
  const { title, titleLine, body, linesBefore } = titled(matter, nameOf(placed.key))
  if (body.trim() === '') return { path, reason: 'empty' }
  if (body.length > longestArticleBody || !isReadable(body)) return { path, reason: 'unreadable' }

  const language = said('locale') ?? said('lang')
  const summary = said('summary') ?? said('description')
  if (title.length > longestArticleTitle) notes.push({ line: titleLine, kind: 'cut', target: 'title' })
  if (summary && summary.length > longestArticleSummary)
    notes.push({ line: lineOf(matter, 'summary'), kind: 'cut', target: 'summary' })
  for (const name of Object.keys(fields))
    if (!knownFields.includes(name))
      notes.push({ line: lineOf(matter, name), kind: 'field_ignored', target: name.slice(0, 100) })
  return {
    path,
    externalId: `markdown:${path}`,
    key: placed.key,
    locale: (language && readLanguage(language)) ?? placed.locale ?? locale,
    title: cut(title, longestArticleTitle),
    titleLine,
    summary: summary ? cut(summary, longestArticleSummary) : null,
    body,
    linesBefore,
    slug: said('slug')?.split('/').filter(Boolean).at(-1) ?? null,
    slugFrom: nameOf(placed.key),
    areaName: said('area') ?? null,
    isDraft: !saysNo(fields.draft),
    notes,
  }
}

const decode = (bytes: Buffer): string | undefined => {
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

const readMatter = (text: string): Matter => {
  const none = { fields: {}, text: '', body: text, linesBefore: 0 }
  const [whole, yaml = ''] = /^---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|$)/s.exec(text) ?? []
  if (whole === undefined) return { ...none, notes: [] }
  try {
    const fields: unknown = parse(yaml) ?? {}
    const linesBefore = whole.split('\n').length - 1
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      return { fields: { ...fields }, text: yaml, body: text.slice(whole.length), linesBefore, notes: [] }
  } catch {
    // Noted like whatever else is no list of fields.
  }
  return { ...none, notes: [{ line: 1, kind: 'front_matter_unreadable', target: '---' }] }
}

/** Whatever else stands there keeps a page from the public: `yes` is a text in YAML. */
const saysNo = (draft: unknown) => /^(false|no|off|0|)$/i.test(textOf(draft) ?? `${draft ?? ''}`)

const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).trim() : ''
  return text === '' ? undefined : text
}

const lineOf = ({ text }: Matter, name: string): number => {
  const lines = text.split('\n')
  const index = lines.findIndex(
    (line) => line.startsWith(`${name}:`) || (name === 'summary' && line.startsWith('description:')),
  )
  return index < 0 ? 1 : index + 2 // below the first `---`
}

/** The title, and the body without the heading that says it again. */
const titled = (matter: Matter, fileName: string) => {
  const { fields, body, linesBefore } = matter
  const given = textOf(fields.title)
  const first = readMarkdown(body.slice(0, farthestHeading)).children.find(
    ({ type }) => type !== 'html' && type !== 'definition',
  )
  const isHeading = first?.type === 'heading' && first.depth === 1
  const heading = isHeading ? plainText(first) : undefined
  const start = first?.position?.start.offset ?? 0
  const end = first?.position?.end.offset ?? 0
  const isTitle = heading !== undefined && heading !== '' && (given === undefined || given === heading)
  const title = given ?? (heading || fileName)
  const titleLine =
    given === undefined && isTitle ? linesBefore + (first?.position?.start.line ?? 1) : lineOf(matter, 'title')
  if (!isTitle) return { title, titleLine, ...withoutBlankStart(body, linesBefore) }
  const before = body.slice(0, start)
  const after = body.slice(end)
  // Lines keep their numbers: what stood before the heading is a comment at most.
  return {
    title,
    titleLine,
    ...withoutBlankStart(before + after, linesBefore + body.slice(start, end).split('\n').length - 1),
  }
}

const withoutBlankStart = (body: string, linesBefore: number) => {
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(body) ?? []
  return { body: body.slice(blank.length).trimEnd(), linesBefore: linesBefore + blank.split('\n').length - 1 }
}

const plainText = (node: { children: unknown[] }): string =>
  node.children
    .map((child) => {
      if (typeof child !== 'object' || child === null) return ''
      if ('value' in child && typeof child.value === 'string') return child.value
      return 'children' in child && Array.isArray(child.children) ? plainText({ children: child.children }) : ''
    })
    .join('')
    .trim()

/** `guides/first-steps` is "first-steps"; an index is named as its folder is. */
const nameOf = (key: string): string => {
  const parts = key.split('/')
  const last = parts.at(-1) ?? key
  return /^(index|readme)$/i.test(last) ? (parts.at(-2) ?? last) : last
}

const cut = (text: string, longest: number) => text.slice(0, longest).toWellFormed()
