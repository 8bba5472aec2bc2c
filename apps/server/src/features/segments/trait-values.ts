import type { SegmentValues, Traits } from '@heed/contracts'

const valuesShown = 50

/** The traits that occur, each with its most frequent values. Values are compared as text, as filters do. */
export const countTraitValues = (rows: Traits[]): SegmentValues['traits'] => {
  const counts = new Map<string, Map<string, number>>()
  for (const traits of rows) {
    for (const [name, value] of Object.entries(traits)) {
      const values = counts.get(name) ?? new Map<string, number>()
      values.set(String(value), (values.get(String(value)) ?? 0) + 1)
      counts.set(name, values)
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => ({
      name,
      values: [...values]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, valuesShown)
        .map(([value, accounts]) => ({ value, accounts })),
    }))
}
