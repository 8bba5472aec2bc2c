import { setImmediate } from 'node:timers/promises'
import type { ResponseItem } from '@heed/contracts'
import { stringify } from 'csv-stringify/sync'
import type { TraitColumns } from './response-pages.ts'

type Pages = AsyncIterable<ResponseItem[]>
type Cell = string | number | null

const columns: Record<string, (item: ResponseItem) => Cell> = {
  id: ({ id }) => id,
  createdAt: ({ createdAt }) => createdAt,
  survey: ({ surveyName }) => surveyName,
  surveyVersion: ({ surveyVersion }) => surveyVersion,
  kind: ({ kind }) => kind,
  score: ({ score }) => score,
  choices: ({ choices }) => choices.map(({ label }) => label).join(' | '),
  comment: ({ comment }) => comment,
  starred: ({ starred }) => String(starred),
  areas: ({ areas }) => areas.map(({ name }) => name).join(' | '),
  locale: ({ locale }) => locale,
  pageUrl: ({ page }) => page?.url ?? null,
  pageTitle: ({ page }) => page?.title ?? null,
  personId: ({ person }) => person.id,
  userId: ({ person }) => person.userId,
  name: ({ person }) => person.name,
  email: ({ person }) => person.email,
  accountId: ({ account }) => account?.accountId ?? null,
  accountName: ({ account }) => account?.name ?? null,
  plan: ({ snapshot }) => snapshot.plan,
  spendMinor: ({ snapshot }) => snapshot.spendMinor,
  currency: ({ snapshot }) => snapshot.currency,
  reportingSpendMinor: ({ snapshot }) => snapshot.reportingSpendMinor,
  tenureDays: ({ snapshot }) => snapshot.tenureDays,
  trust: ({ snapshot }) => snapshot.trust,
  valuesTrust: ({ snapshot }) => snapshot.valuesTrust,
}

/** So many cells of a CSV, or answers as JSON, are written at once; then others are served. */
const cellsAtOnce = 5_000
const answersAtOnce = 20

/**
 * Answers as CSV (RFC 4180), a row each, traits as `trait.<name>`; where there are traits without a column, those of an
 * answer as JSON in `traits`. It begins with a byte order mark, by which spreadsheets know UTF-8. What of a text they would
 * take for a formula gets an apostrophe before it: also behind a semicolon, a tab or the end of a line, where a spreadsheet
 * that expects another separator begins a cell.
 */
export async function* writeCsv(pages: Pages, { names, areAll }: TraitColumns): AsyncGenerator<string> {
  const named = new Set(names)
  const cells = {
    ...columns,
    ...Object.fromEntries(names.map((name) => [`trait.${name}`, traitCell(name)])),
    ...(!areAll && { traits: otherTraits(named) }),
  }
  const cellsOf = Object.values(cells)
  yield stringify([Object.keys(cells)], { ...layout, bom: true })
  for await (const items of piecesOf(pages, Math.floor(cellsAtOnce / cellsOf.length)))
    yield stringify(
      items.map((item) => cellsOf.map((cellOf) => cellOf(item))),
      layout,
    )
}

const layout = {
  record_delimiter: 'windows',
  quoted_string: true,
  cast: { string: (text: string) => text.replace(formulaStart, "$1'$2") },
} as const

/** After what does not show; a minus before a bracket is half of a smiley. */
const formulaStart = /((?:^|[;\t\r\n])[\p{Zs}\p{Cf}]*)([=+@＝＋＠]|[-－](?!\)))/gu

const traitCell =
  (name: string) =>
  ({ snapshot: { traits } }: ResponseItem): Cell => {
    const value = Object.hasOwn(traits, name) ? traits[name] : undefined
    if (value === undefined) return null
    if (typeof value === 'boolean') return String(value)
    return Array.isArray(value) ? JSON.stringify(value) : value
  }

const otherTraits =
  (named: Set<string>) =>
  ({ snapshot: { traits } }: ResponseItem): Cell => {
    const others = Object.entries(traits).filter(([name]) => !named.has(name))
    return others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : null
  }

/** Answers as a JSON list, each as in the API, a line each. */
export async function* writeJson(pages: Pages): AsyncGenerator<string> {
  let before = '[\n'
  for await (const items of piecesOf(pages, answersAtOnce)) {
    yield before + items.map((item) => JSON.stringify(item)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Pages in pieces of at most so many answers. */
async function* piecesOf(pages: Pages, most: number) {
  for await (const items of pages)
    for (let at = 0; at < items.length; at += most) {
      yield items.slice(at, at + most)
      await setImmediate()
    }
}
