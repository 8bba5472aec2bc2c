import type { Handle } from '@heed/db'
import type { Scope } from '../segments/scope.ts'
import { type CountedAsks, countCameBy, countGranted } from './asks.queries.ts'
import { heldMs } from './fatigue.ts'
import type { PlannedWave } from './plan-wave.ts'
import { type CountedCell, countAnswered, countShown } from './sampling-cells.queries.ts'
import type { Wave } from './wave-of.ts'

const hourMs = 3_600_000
const mostKept = 1_000

/** What happened in a wave, by the cell that people were in then. */
export type WaveCounts = { shown: CountedCell[]; answered: CountedCell[]; asks: CountedAsks[] }

/** A wave of a survey, and the cuts of spend that its cells are made by. */
export type CountedWave = { surveyId: string; wave: Wave; cuts: readonly number[] }

/** What lies behind: so long ago that little more of that time comes in. */
type Settled = WaveCounts & { before: Date; countedAt: Date; came: CountedAsks[] }

/** Counts a wave, all of it anew. */
export async function countWave(handle: Handle, scope: Scope, counted: CountedWave): Promise<WaveCounts> {
  const settled = await countSettled(handle, scope, counted)
  return both(settled, await countRecent(handle, scope, counted, settled.before))
}

/**
 * Counts waves for asks, each of which needs it: of what lies more than an hour behind the count is kept in memory, and
 * what came since is counted each time, by indexes, so that it takes as long in a large wave as in a small one.
 * Grants and answers are therefore exact at each ask, whichever process took them; what is told more than an hour late, and
 * who came by another process and was not asked, shows once the memory is older than a hundredth of the survey's time.
 */
export const createWaveMemory = () => {
  const kept = new Map<string, Settled>()
  const planning = new Map<string, Promise<PlannedWave>>()
  const nameOf = ({ workspaceId, unverifiedValues }: Scope, { surveyId, wave, cuts }: CountedWave) =>
    JSON.stringify([workspaceId, unverifiedValues, surveyId, wave.wave, wave.startedAt, cuts])
  return {
    /** @param spanMs the time in which the survey's answers are wanted */
    count: async (handle: Handle, scope: Scope, counted: CountedWave, spanMs: number): Promise<WaveCounts> => {
      const name = nameOf(scope, counted)
      const before = kept.get(name)
      const ageMs = before ? scope.now.getTime() - before.countedAt.getTime() : Number.NaN
      const isFresh = ageMs >= 0 && ageMs < Math.min(spanMs / 100, hourMs)
      const settled = before && isFresh ? before : await countSettled(handle, scope, counted)
      if (kept.size >= mostKept) kept.clear()
      kept.set(name, settled)
      const recent = await countRecent(handle, scope, counted, settled.before)
      return both(settled, { ...recent, asks: [...recent.asks, ...settled.came] })
    },
    /** A plan of a wave, which is reckoned once for all who wait for it. */
    planOnce: (name: string, reckon: () => Promise<PlannedWave>): Promise<PlannedWave> => {
      const begun = planning.get(name) ?? reckon().finally(() => planning.delete(name))
      planning.set(name, begun)
      return begun
    },
    /** Somebody came by for the first time in the wave. */
    came: (scope: Scope, counted: CountedWave, cell: string) => {
      const settled = kept.get(nameOf(scope, counted))
      if (!settled) return
      const own = settled.came.find((one) => one.cell === cell)
      if (own) own.cameBy += 1
      else settled.came.push({ cell, cameBy: 1, granted: 0, pending: 0 })
    },
  }
}

export type WaveMemory = ReturnType<typeof createWaveMemory>

async function countSettled(handle: Handle, scope: Scope, { surveyId, wave, cuts }: CountedWave): Promise<Settled> {
  const before = new Date(scope.now.getTime() - hourMs)
  const { startedAt: from, endsAt } = wave
  const span = { from, before: endsAt && endsAt < before ? endsAt : before }
  const [shown, answered, asks] = await Promise.all([
    countShown(handle, scope, surveyId, span, cuts),
    countAnswered(handle, scope, surveyId, span, cuts),
    countCameBy(handle, { workspaceId: scope.workspaceId, surveyId, wave: wave.wave }, from, before),
  ])
  return { shown, answered, asks, before, countedAt: scope.now, came: [] }
}

async function countRecent(
  handle: Handle,
  scope: Scope,
  { surveyId, wave, cuts }: CountedWave,
  since: Date,
): Promise<WaveCounts> {
  // Whoever was there before is in the other count.
  const span = { from: wave.startedAt, before: wave.endsAt, newSince: since }
  const key = { workspaceId: scope.workspaceId, surveyId, wave: wave.wave }
  const [shown, answered, asks] = await Promise.all([
    countShown(handle, scope, surveyId, span, cuts),
    countAnswered(handle, scope, surveyId, span, cuts),
    countGranted(handle, key, since > wave.startedAt ? since : wave.startedAt, new Date(scope.now.getTime() - heldMs)),
  ])
  return { shown, answered, asks }
}

const both = (one: WaveCounts, other: WaveCounts): WaveCounts => ({
  shown: [...one.shown, ...other.shown],
  answered: [...one.answered, ...other.answered],
  asks: [...one.asks, ...other.asks],
})
