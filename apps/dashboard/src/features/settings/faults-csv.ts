import type { ImportFault } from '@heed/contracts'
import { text } from '../../locales/text.ts'

const words = text.settings.import.report

/** The faults as a CSV file that opens in a spreadsheet. */
export const faultsCsv = (faults: ImportFault[]): string =>
  [
    [words.row, words.column, words.message],
    ...faults.map(({ row, column, message }) => [String(row), column ?? '', message]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

/** A cell that begins like a formula would be one: it came out of a file that anybody may have written. */
const cell = (value: string): string => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** Lets the browser save a text as a file. */
export function saveFile(name: string, content: string, type: string): void {
  // With its mark, for Excel takes a file without one for Windows-1252.
  const url = URL.createObjectURL(new Blob(['\ufeff', content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
}
