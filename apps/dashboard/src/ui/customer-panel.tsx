import type { AccountSummary, PersonSummary, Snapshot } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../locales/text.ts'
import { accountName, personName } from './customer-facts.tsx'
import { displayName } from './names.ts'
import { formatCount, formatMoney, formatTenure } from './numbers.ts'
import { traitText } from './trait-text.ts'

const words = text.common.customer

type Props = {
  person: PersonSummary
  account: AccountSummary | null
  snapshot: Snapshot
  /** Which moment the snapshot is of, in words. */
  asOf: string
  /** An address within the dashboard that carries the segment. */
  link: (path: string) => string
  children?: ComponentChildren
}

/** Who this is: person, account, and the facts as of what they said. */
export function CustomerPanel({ person, account, snapshot, asOf, link, children }: Props) {
  const { plan, spendMinor, currency, tenureDays, traits, trust } = snapshot
  return (
    <aside class="card panel customer" aria-label={words.label}>
      <dl class="facts">
        <Fact name={words.person}>
          <a href={link(`/people/${person.id}`)} dir="auto">
            {personName(person)}
          </a>
        </Fact>
        {person.email && person.email !== personName(person) && <Fact name={words.email}>{person.email}</Fact>}
        {account && (
          <Fact name={words.account}>
            <a href={link(`/accounts/${account.id}`)} dir="auto">
              {accountName(account)}
            </a>
          </Fact>
        )}
        {account && account.seats !== null && <Fact name={words.seats}>{formatCount(account.seats)}</Fact>}
        <Fact name={words.trust}>{trust === 'verified' ? words.verified : words.unverified}</Fact>
      </dl>
      <h2>{asOf}</h2>
      <dl class="facts numbers">
        <Fact name={words.plan}>{plan === null ? text.common.noPlan : displayName(plan)}</Fact>
        <Fact name={words.spend}>
          {spendMinor === null || currency === null ? words.unknown : formatMoney(spendMinor, currency)}
        </Fact>
        <Fact name={words.tenure}>{tenureDays === null ? words.unknown : formatTenure(tenureDays)}</Fact>
        {Object.entries(traits).map(([name, value]) => (
          <Fact key={name} name={displayName(name)}>
            {traitText(value)}
          </Fact>
        ))}
      </dl>
      {children}
    </aside>
  )
}

/** A name and its value in a `dl.facts`. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
