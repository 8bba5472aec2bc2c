import type { ResponseItem } from '@heed/contracts'
import { stringify } from 'csv-stringify/sync'

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

/**
 * Answers as CSV (RFC 4180), a row each, traits as `trait.<name>`. It begins with a byte order mark, by which spreadsheets
 * know UTF-8. What of a text they would take for a formula gets an apostrophe before it: also behind a semicolon, a tab or
 * the end of a line, where a spreadsheet that expects another separator begins a cell.
 */
export async function* writeCsv(pages: Pages, traitNames: string[]): AsyncGenerator<string> {
  yield stringify([[...Object.keys(columns), ...traitNames.map((name) => `trait.${name}`)]], { ...layout, bom: true })
  for await (const items of pages) {
    yield stringify(
      items.map((item) => [
        ...Object.values(columns).map((cellOf) => cellOf(item)),
        ...traitNames.map((name) => traitCell(item.snapshot.traits[name])),
      ]),
      layout,
    )
  }
}

const layout = {
  record_delimiter: 'windows',
  quoted_string: true,
  cast: { string: (text: string) => text.replace(formulaStart, "$1'$2") },
} as const

/** After what does not show; a minus before a bracket is half of a smiley. */
const formulaStart = /((?:^|[;\t\r\n])[\p{Zs}\p{Cf}]*)([=+@＝＋＠]|[-－](?!\)))/gu

const traitCell = (value: ResponseItem['snapshot']['traits'][string] | undefined): Cell => {
  if (value === undefined) return null
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? JSON.stringify(value) : value
}

/** Answers as a JSON list, each as in the API, a line each. */
export async function* writeJson(pages: Pages): AsyncGenerator<string> {
  let before = '[\n'
  for await (const items of pages) {
    yield before + items.map((item) => JSON.stringify(item)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
