import type { Handle } from '@heed/db'
import { markPackedBetween } from '../results/frames/mark-frames.ts'
import { convertAccounts, convertSnapshots } from './converted-spend.queries.ts'
import { findNextRate, findRate } from './rates.queries.ts'
import { dayOf, minorFactor } from './reporting-spend.ts'

/**
 * Sets spend in the reporting currency anew, after what a currency is worth from `day` on has changed: of accounts at
 * the rate of today, of what was said from that day on until the next rate at the rate of that day.
 * @param day UTC, as 2026-03-31
 */
export async function setSpendAnew(
  tx: Handle,
  workspace: { id: string; currency: string },
  currency: string,
  day: string,
  now: Date,
) {
  const factorOn = async (on: string) => {
    const found = await findRate(tx, workspace.id, currency, on)
    return found ? minorFactor(found.rate, currency, workspace.currency) : null
  }
  const next = await findNextRate(tx, workspace.id, currency, day)
  const span = { from: startOf(day), before: next ? startOf(next.day) : null }
  await markPackedBetween(tx, workspace.id, span)
  await convertSnapshots(tx, workspace.id, currency, await factorOn(day), span)
  await convertAccounts(tx, workspace.id, currency, await factorOn(dayOf(now)))
}

const startOf = (day: string) => new Date(`${day}T00:00:00.000Z`)
