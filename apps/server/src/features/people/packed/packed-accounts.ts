import { columnBuilder } from '../../results/frames/column-builder.ts'
import { grown } from '../../results/frames/growing.ts'
import { idHash } from '../../results/frames/id-hash.ts'
import { placeIndex } from '../../results/frames/place-index.ts'
import type { Scope } from '../../segments/scope.ts'
import type { AccountRow } from '../people.queries.ts'
import { momentOf, unknown } from './moments.ts'
import { packedTraits } from './packed-traits.ts'
import { textColumn } from './text-column.ts'

export type AccountToPack = Pick<
  AccountRow,
  'id' | 'externalId' | 'trust' | 'plan' | 'reportingSpendMinor' | 'seats' | 'customerSince' | 'traits'
>

/** Of everybody without an account. */
export const noAccount = 0

/** Of an account that was heard of and not read. */
const unread = 0

/** What accounts say, a place each; the first is that of no account, of which nothing is known. */
export function packedAccounts() {
  const index = placeIndex()
  const ids = textColumn()
  const plan = columnBuilder()
  const traits = packedTraits()
  let spend = new Float64Array(0)
  let since = new Float64Array(0)
  let seats = new Float64Array(0)
  let trusted = new Uint8Array(0)
  /** Hash of the host's own id. */
  let named = new Float64Array(0)
  let singled: Int32Array | null = null
  let spends: Partial<Record<Scope['unverifiedValues'], readonly (number | null)[]>> = {}

  const makeRoom = () => {
    const rows = index.size
    spend = grown(spend, rows, unknown)
    since = grown(since, rows, unknown)
    seats = grown(seats, rows, unknown)
    trusted = grown(trusted, rows, 0)
    named = grown(named, rows, unread)
    plan.fillTo(rows)
    singled = null
    spends = {}
  }
  index.add(0)
  makeRoom()

  return {
    /** The place of an account, of which nothing may be known yet. */
    placeOf(id: string | null): number {
      if (id === null) return noAccount
      const rows = index.size
      const place = index.add(idHash(id))
      if (index.size > rows) {
        makeRoom()
        ids.set(place, id)
      }
      return place
    },
    put(row: AccountToPack) {
      const place = this.placeOf(row.id)
      named[place] = idHash(row.externalId)
      trusted[place] = row.trust === 'verified' ? 1 : 0
      plan.set(place, row.plan)
      spend[place] = row.reportingSpendMinor ?? unknown
      seats[place] = row.seats ?? unknown
      since[place] = momentOf(row.customerSince)
      traits.put(place, row.traits)
      singled = null
      spends = {}
    },
    /** Nothing is known of it any more. */
    takeAway(id: string) {
      const place = index.placeOf(idHash(id))
      if (place < 0) return
      named[place] = unread
      trusted[place] = 0
      plan.set(place, null)
      for (const numbers of [spend, seats, since]) numbers[place] = unknown
      traits.put(place, {})
      singled = null
      spends = {}
    },
    /** For each place, that of the same company as the host's server named it: a browser's claim has a row of its own. */
    asOne(): Int32Array {
      if (singled) return singled
      const found = new Map<number, number>()
      singled = new Int32Array(index.size)
      for (let place = 1; place < singled.length; place++) {
        const name = named[place] as number
        if (name !== unread && (trusted[place] || !found.has(name))) found.set(name, place)
      }
      for (let place = 1; place < singled.length; place++)
        singled[place] = found.get(named[place] as number) ?? noAccount
      return singled
    },
    ids,
    traits,
    get rows() {
      return index.size
    },
    plan: () => plan.column(),
    get spend() {
      return spend
    },
    /** What each spends that was read and counts, as `listSpends` says; null: not known. The same list until one changes. */
    spends({ unverifiedValues }: Pick<Scope, 'unverifiedValues'>): readonly (number | null)[] {
      const known = spends[unverifiedValues]
      if (known) return known
      const one = this.asOne()
      const counts = (place: number) =>
        place !== noAccount && one[place] === place && (trusted[place] === 1 || unverifiedValues === 'use')
      const found = Array.from(spend.subarray(0, index.size), (amount) =>
        Number.isNaN(amount) ? null : amount,
      ).filter((_, place) => counts(place))
      spends[unverifiedValues] = found
      return found
    },
    get since() {
      return since
    },
    get seats() {
      return seats
    },
    get trusted() {
      return trusted
    },
    get bytes() {
      const numbers = spend.byteLength + since.byteLength + seats.byteLength + trusted.byteLength + named.byteLength
      return index.bytes + ids.bytes + plan.bytes + traits.bytes + numbers
    },
  }
}
