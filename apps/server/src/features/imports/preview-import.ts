import type { ImportPreview, ImportSource } from '@heed/contracts'
import { readCsv } from './read-csv.ts'
import { suggestMeanings } from './suggest-meanings.ts'

const mostSamples = 3
const sampleLength = 100

/** The columns of a file with their first values, and what each is most likely. @throws Problem csv_unreadable */
export async function previewImport({ kind, csv }: ImportSource): Promise<ImportPreview> {
  const { header, rows } = await readCsv(csv)
  const suggested = suggestMeanings(kind, header)
  return {
    columns: header.map((name, i) => ({
      name,
      samples: samplesOf(rows, i),
      suggested: suggested[i] ?? null,
    })),
    rows: rows.length,
  }
}

function samplesOf(rows: { cells: string[] }[], column: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    const cell = cells[column]
    if (cell) samples.add(cell.slice(0, sampleLength))
    if (samples.size === mostSamples) break
  }
  return [...samples]
}
