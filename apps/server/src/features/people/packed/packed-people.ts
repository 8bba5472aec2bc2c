import { columnBuilder } from '../../results/frames/column-builder.ts'
import { grown } from '../../results/frames/growing.ts'
import { idHash } from '../../results/frames/id-hash.ts'
import { placeIndex } from '../../results/frames/place-index.ts'
import { sortKeyOf } from '../customer-search.ts'
import type { PersonRow } from '../people.queries.ts'
import { packedClaims } from './claims.ts'
import { momentOf, unknown } from './moments.ts'
import { type AccountToPack, packedAccounts } from './packed-accounts.ts'
import { packedTraits } from './packed-traits.ts'
import { textColumn } from './text-column.ts'

export type PersonToPack = Pick<
  PersonRow,
  | ('id' | 'userId' | 'name' | 'email' | 'locale' | 'trust' | 'accountId' | 'verifiedId')
  | ('traits' | 'customerSince' | 'lastSeenAt')
>
export type PackedPeople = ReturnType<typeof packedPeople>

/** Somebody who is not there (any more), and who stands for nobody. */
const nobody = -1

/** All people of a workspace in columns, a place each, with their accounts. Rows may be put again as they change. */
export function packedPeople() {
  const index = placeIndex()
  const accounts = packedAccounts()
  const ids = textColumn()
  const labels = textColumn()
  const locale = columnBuilder()
  const traits = packedTraits()
  let account = new Int32Array(0)
  let since = new Float64Array(0)
  let seen = new Float64Array(0)
  let trusted = new Uint8Array(0)
  let listed = new Uint8Array(0)
  const claims = packedClaims()
  const departed: number[] = []

  const placeFor = (id: string) => {
    const rows = index.size
    const place = index.add(idHash(id))
    if (index.size === rows) return place
    account = grown(account, index.size, 0)
    since = grown(since, index.size, unknown)
    seen = grown(seen, index.size, unknown)
    trusted = grown(trusted, index.size, 0)
    listed = grown(listed, index.size, 0)
    claims.makeRoom(index.size)
    locale.fillTo(index.size)
    ids.set(place, id)
    return place
  }

  return {
    accounts,
    ids,
    /** What people are called, as lists are sorted by. */
    labels,
    traits,
    claims,
    /** Places of those who turned out to be somebody else, in the order in which it was heard. */
    departed,
    putPerson(row: PersonToPack) {
      const place = placeFor(row.id)
      const label = row.name || row.email || row.userId
      labels.set(place, label === null ? null : sortKeyOf(label))
      account[place] = accounts.placeOf(row.accountId)
      since[place] = momentOf(row.customerSince)
      seen[place] = momentOf(row.lastSeenAt)
      trusted[place] = row.trust === 'verified' ? 1 : 0
      listed[place] = row.verifiedId === null ? 1 : 0
      locale.set(place, row.locale)
      traits.put(place, row.traits)
      if (row.verifiedId !== null) claims.put(place, placeFor(row.verifiedId))
      else claims.withdraw(place)
    },
    putAccount: (row: AccountToPack) => accounts.put(row),
    /** @param id of a person, or of an account that went with one */
    takeAway(id: string) {
      accounts.takeAway(id)
      const place = index.placeOf(idHash(id))
      if (place === nobody) return
      listed[place] = 0
      claims.withdraw(place)
      departed.push(place)
    },
    /** The place of somebody of whom nothing may be known yet, not even that they are listed. */
    placeFor,
    placeOf: (id: string): number => index.placeOf(idHash(id)),
    /** Of hashes of ids; -1 where there is nobody. */
    placesOfHashes: index.placesOf,
    get rows() {
      return index.size
    },
    locale: () => locale.column(),
    get account() {
      return account
    },
    /** Since when they themselves are a customer. */
    get since() {
      return since
    },
    /** When they were here last in a browser that is theirs. */
    get seen() {
      return seen
    },
    get trusted() {
      return trusted
    },
    /** Who is a person of their own: nobody's claim, and still there. */
    get listed() {
      return listed
    },
    get bytes() {
      const numbers = account.byteLength + since.byteLength + seen.byteLength + trusted.byteLength + listed.byteLength
      return (
        index.bytes +
        accounts.bytes +
        ids.bytes +
        labels.bytes +
        locale.bytes +
        traits.bytes +
        numbers +
        claims.bytes +
        8 * departed.length
      )
    },
  }
}
