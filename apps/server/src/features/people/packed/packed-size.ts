import type { Scope } from '../../segments/scope.ts'
import type { Size } from '../../segments/segment-size.queries.ts'
import { noAccount } from './packed-accounts.ts'
import type { PackedPeople } from './packed-people.ts'

/** `countCustomers` of whom a segment holds. */
export function sizeOf({ account, accounts, rows }: PackedPeople, held: Uint8Array, scope: Scope): Size {
  const members = new Uint32Array(accounts.rows)
  for (let row = 0; row < rows; row++) {
    const place = account[row] as number
    if (held[row]) members[place] = (members[place] as number) + 1
  }
  const one = accounts.asOne()
  const isCounted = new Uint8Array(accounts.rows)
  const size = { people: 0, accounts: 0, spendMinor: 0 }
  for (let place = 0; place < members.length; place++) {
    const found = members[place] as number
    if (found === 0) continue
    size.people += found
    const named = one[place] as number
    if (named === noAccount) continue
    size.accounts += 1 - (isCounted[named] as number)
    isCounted[named] = 1
    // Beside what the host's server named, a claim's spend is not added.
    const spend = accounts.spend[place] as number
    if (named === place && (accounts.trusted[place] || scope.unverifiedValues === 'use') && !Number.isNaN(spend))
      size.spendMinor += spend
  }
  return size
}
