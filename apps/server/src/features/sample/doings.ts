import { type EventRow, insertEvent } from '../ingest/events.queries.ts'
import type { Plan, SampleAccount, SamplePerson } from './customers.ts'
import { lastHeardOf, listSamplePeople, markLastSeen } from './doings.queries.ts'
import { dayMs, depsAt, type Making } from './making.ts'
import type { Random } from './random.ts'
import { atWork } from './voices.ts'

type Doing = { name: string; about: (random: Random) => Record<string, string | number> }

const amount = (most: number) => (random: Random) => ({
  amountMinor: random.between(10, most) * 100,
  currency: 'EUR',
})
const doings = {
  payment: { name: 'Payment sent', about: amount(4_000) },
  approval: { name: 'Payment approved', about: amount(40_000) },
  invoice: { name: 'Invoice created', about: amount(9_000) },
  card: { name: 'Card ordered', about: (random) => ({ kind: random.pick(['physical', 'virtual']) }) },
  statement: { name: 'Statement downloaded', about: () => ({}) },
  invitation: { name: 'Team member invited', about: () => ({}) },
} satisfies Record<string, Doing>

// Small customers send money and invoices; in large ones somebody approves.
const habits: Record<Plan, (readonly [Doing, number])[]> = {
  starter: [
    [doings.payment, 6],
    [doings.invoice, 5],
    [doings.statement, 2],
    [doings.card, 1],
  ],
  growth: [
    [doings.payment, 6],
    [doings.invoice, 5],
    [doings.statement, 2],
    [doings.card, 2],
    [doings.invitation, 1],
  ],
  scale: [
    [doings.payment, 6],
    [doings.invoice, 4],
    [doings.approval, 3],
    [doings.card, 2],
    [doings.invitation, 1],
  ],
  enterprise: [
    [doings.payment, 5],
    [doings.approval, 5],
    [doings.invoice, 2],
    [doings.card, 2],
    [doings.invitation, 1],
  ],
}

const mostDoings = 5
const reachDays = 90
const rowsAtOnce = 500

/**
 * What people did in the product, as their own server would have told: a few times each, the newest of them when they
 * were last here. Written in bulk once all else has happened: one by one they would take longer than all the rest.
 */
export const addDoings = async (making: Making, accounts: SampleAccount[]) => {
  const { deps, workspaceId } = making
  const heardOf = await lastHeardOf(deps.store.read, workspaceId)
  const rows = await listSamplePeople(deps.store.read, workspaceId)
  const known = new Map(rows.map((row) => [row.userId, row]))
  const told = accounts.flatMap((account) =>
    account.people.flatMap((person) => {
      const row = known.get(person.claim.userId)
      if (!row) return []
      const times = timesOf(making, person, heardOf.get(row.id) ?? person.since)
      return times.map((at) => toRow(making, account, { personId: row.id, accountId: row.accountId, at }))
    }),
  )
  for (let begin = 0; begin < told.length; begin += rowsAtOnce)
    await deps.store.write((tx) =>
      Promise.all(told.slice(begin, begin + rowsAtOnce).map((row) => insertEvent(tx, row))),
    )
  await deps.store.write((tx) => markLastSeen(tx, workspaceId))
}

/** Most people were here these days, and some have been quiet for months. None did anything before they arrived. */
const timesOf = ({ random, now }: Making, { since }: SamplePerson, heardOfAt: Date): Date[] => {
  const quietDays = random.weighted([
    [14, 12],
    [60, 5],
    [120, 3],
  ] as const)
  const last = Math.max(heardOfAt.getTime(), now.getTime() - random.next() * quietDays * dayMs, since.getTime())
  const reachMs = Math.min(reachDays * dayMs, last - since.getTime())
  const before = Array.from({ length: random.between(0, mostDoings - 1) }, () => {
    const at = atWork(random, new Date(last - random.next() ** 1.5 * reachMs))
    return new Date(Math.min(last, Math.max(since.getTime(), at.getTime())))
  })
  return [...before, new Date(last)]
}

const toRow = (
  making: Making,
  { plan }: SampleAccount,
  whose: Pick<EventRow, 'personId' | 'accountId' | 'at'>,
): EventRow => {
  const doing = making.random.weighted(habits[plan])
  return {
    ...whose,
    workspaceId: making.workspaceId,
    id: depsAt(making, whose.at).newId('event'),
    kind: 'track',
    name: doing.name,
    messageId: null,
    properties: doing.about(making.random),
    rest: {},
    createdAt: whose.at,
  }
}
