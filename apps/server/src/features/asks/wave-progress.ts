import type { StratumPart } from '@heed/contracts'
import { type SamplingStratum, stratumFinder } from '@heed/stats'
import { type CellValues, cellOf, cellValues, spendOrder } from './sampling-cells.ts'
import type { WaveCounts } from './wave-counts.ts'

export type Counts = { asked: number; answered: number; pending: number; cameBy: number }
export type Progress<S> = { stratum: S } & Counts

type Strata<S> = { strata: S[]; by: readonly StratumPart[]; cuts: readonly number[] }

/** Finds the stratum of whoever has these values. */
export const finderOf = <S extends SamplingStratum>({ strata, by, cuts }: Strata<S>) => {
  const find = stratumFinder(strata, { spendOrder: spendOrder(cuts) })
  return (values: CellValues): S | undefined => {
    const found = find(cellOf(values, by, cuts))
    return strata.find(({ key }) => key === found?.key)
  }
}

/**
 * How far each stratum is in a wave. People count where they were when they saw, answered or came by. Whoever saw the
 * survey without having been asked, as in a page that calls for it, counts too.
 */
export function progressOf<S extends SamplingStratum>(
  { shown, answered, asks }: WaveCounts,
  divided: Strata<S>,
): Progress<S>[] {
  const found = new Map(
    divided.strata.map(({ key }) => [key, { shown: 0, granted: 0, answered: 0, pending: 0, cameBy: 0 }]),
  )
  const find = finderOf(divided)
  const add = (values: CellValues, counts: Partial<Record<'shown' | 'granted' | keyof Counts, number>>) => {
    const into = found.get(find(values)?.key ?? '')
    if (!into) return
    into.shown += counts.shown ?? 0
    into.granted += counts.granted ?? 0
    into.answered += counts.answered ?? 0
    into.pending += counts.pending ?? 0
    into.cameBy += counts.cameBy ?? 0
  }
  for (const { people, ...values } of shown) add(values, { shown: people })
  for (const { people, ...values } of answered) add(values, { answered: people })
  for (const { cell, ...counts } of asks) if (cell !== null) add(cellValues(cell), counts)

  return divided.strata.map((stratum) => {
    const { shown = 0, granted = 0, ...counts } = found.get(stratum.key) ?? nothing
    return { stratum, ...counts, asked: Math.max(shown, granted) }
  })
}

const nothing = { shown: 0, granted: 0, answered: 0, pending: 0, cameBy: 0 }
