import type { AccountSummary, PersonSummary, Snapshot } from '@heed/contracts'
import { text } from '../locales/text.ts'
import { displayName } from './names.ts'
import { formatMoney, formatTenure } from './numbers.ts'

/** The best name there is: name, e-mail, the host's own id. */
export const personName = ({ name, email, userId }: PersonSummary): string =>
  name || email || userId || text.common.anonymous

export const accountName = ({ name, accountId }: AccountSummary): string => name || accountId

type Facts = Pick<Snapshot, 'plan' | 'spendMinor' | 'currency' | 'tenureDays'>

/** "Growth · $120 a month · 8 months with you", of what is known. */
function factsOf({ plan, spendMinor, currency, tenureDays }: Facts): string[] {
  return [
    plan === null ? text.common.noPlan : displayName(plan),
    ...(spendMinor === null || currency === null ? [] : [text.common.perMonth(formatMoney(spendMinor, currency))]),
    ...(tenureDays === null ? [] : [text.common.tenure(formatTenure(tenureDays))]),
  ]
}

/** Who says this about the customer; nothing when it is signed. */
export function TrustTag({ trust }: { trust: Snapshot['trust'] }) {
  if (trust === 'verified') return null
  return (
    <span class="tag" title={text.common.unverifiedHint}>
      {text.common.unverified}
    </span>
  )
}

/** The row of facts by which every answer is cut. */
export function CustomerFacts({ snapshot }: { snapshot: Facts }) {
  return <span class="numbers">{factsOf(snapshot).join(' · ')}</span>
}
