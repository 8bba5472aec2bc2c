import type { Deps } from '../../deps.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { listRatedCurrencies } from './rates.queries.ts'
import { dayOf } from './reporting-spend.ts'
import { setSpendAnew } from './set-spend-anew.ts'

const dayMs = 86_400_000
/** A clock that wakes up a little early must still find the new day. */
const afterMidnightMs = 1_000

/**
 * Lets accounts follow the rates whose day has come. What is written later uses those by itself; what is there already
 * does not move with the calendar. Doing it twice changes nothing.
 */
export async function applyDueRates({ store, now }: Deps) {
  const today = dayOf(now())
  for (const { workspaceId, currency } of await listRatedCurrencies(store.read, today)) {
    await store.write(async (tx) => {
      await tx.lock(`rates ${workspaceId} ${currency}`)
      await setSpendAnew(tx, await getWorkspace(tx, workspaceId), currency, today, now())
    })
  }
}

/**
 * Applies due rates now and after every midnight in UTC. Between midnight and that second, what is said carries the
 * rate of the day before; the same run sets it right.
 * @returns what ends it
 */
export async function followRates(deps: Deps, onError: (error: unknown) => void): Promise<() => void> {
  let timer: NodeJS.Timeout
  const wait = () => {
    const untilMidnight = dayMs - (deps.now().getTime() % dayMs)
    timer = setTimeout(() => void applyDueRates(deps).catch(onError).finally(wait), untilMidnight + afterMidnightMs)
    timer.unref()
  }
  await applyDueRates(deps)
  wait()
  return () => clearTimeout(timer)
}
