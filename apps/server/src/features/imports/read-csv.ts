import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { problem } from '../../http/problem.ts'

/** @property row line of the file at which it begins, the header being 1 */
export type CsvRow = { row: number; cells: string[] }
export type CsvFile = { header: string[]; rows: CsvRow[] }

/** What spreadsheets and databases write between cells. */
const delimiters = [',', ';', '\t', '|']
/** So much is parsed before others get their turn. */
const sliceBytes = 64 * 1024

/**
 * Reads a file: commas, semicolons, tabs or bars between cells, with or without a byte order mark, any line ends,
 * quoted cells with delimiters and line breaks in them. White space around cells is dropped, quoted or not; lines with
 * nothing in them are left out. A row may be of any length: who reads it says what is wrong with that.
 * A quotation mark in the middle of an unquoted cell is taken as it is (`5" disk`); one that opens a cell must close it,
 * for where it does not, nobody can say where the rows end.
 * @throws Problem csv_unreadable, with the line
 */
export async function readCsv(csv: string): Promise<CsvFile> {
  // The parser counts CRLF within quotes as two lines, and people look for the one that we name.
  const text = csv.replace(/\r\n?/g, '\n')
  const rows: CsvRow[] = []
  let lastLine = 0
  try {
    for await (const { record, info } of parserOf(text)) {
      lastLine = info.lines
      const inside = record.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0)
      // The parser trims nothing within quotation marks.
      rows.push({ row: info.lines - inside, cells: record.map((cell) => cell.trim()) })
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, lastLine + 1) : error
  }
  const [first, ...rest] = rows
  if (!first) throw problem('csv_unreadable', { detail: 'The file is empty.' })
  return { header: headerOf(first.cells), rows: rest }
}

type Parsed = { record: string[]; info: { lines: number } }

const parserOf = (text: string): AsyncIterable<Parsed> => {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
  const source = Readable.from(slices(Buffer.from(text)))
  source.on('error', (error) => parser.destroy(error))
  return source.pipe(parser)
}

async function* slices(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    yield bytes.subarray(at, at + sliceBytes)
    await setImmediate()
  }
}

/** The delimiter that the first line holds most of, outside quotation marks. */
const delimiterOf = (text: string): string => {
  const counts = new Map(delimiters.map((each) => [each, 0]))
  let isQuoted = false
  for (const char of text.trimStart()) {
    if (char === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (char === '\n') break
    const before = counts.get(char)
    if (before !== undefined) counts.set(char, before + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? ','
}

/** Columns without a name are there, but nothing can be said of them. */
const headerOf = (names: string[]): string[] => {
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i)
  if (twice !== undefined) {
    throw problem('csv_unreadable', { detail: `Two columns are called “${twice}”. Give each a name of its own.` })
  }
  if (names.every((name) => name === ''))
    throw problem('csv_unreadable', { detail: 'The first line names no columns.' })
  return names
}

/** @param next line after the last row that came. The parser drops rows that nobody has taken when it fails midway. */
const unreadable = ({ code, lines }: CsvError, next: number) => {
  const [line, what] =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? [next, 'a quotation mark opens a cell and never closes it.']
      : [lines, 'a quotation mark within a quoted cell must be written twice.']
  return problem('csv_unreadable', { detail: `In the row of line ${line}, ${what}` })
}
