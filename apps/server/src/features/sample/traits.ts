import type { SampleAccount } from './customers.ts'
import { dayMs } from './making.ts'
import type { Random } from './random.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** More traits of the account and its people: numbers, days and flags, so that every kind of condition finds some. */
export const withTraits = (random: Random, now: Date, account: SampleAccount): SampleAccount => ({
  ...account,
  claim: {
    ...account.claim,
    traits: {
      ...account.claim.traits,
      cards: account.people.length + random.between(0, Math.ceil(account.people.length / 2)),
      renewalDate: dayOf(nextAnniversary(account.since, now)),
      usesApi: random.chance(account.plan === 'starter' ? 0.05 : account.plan === 'growth' ? 0.25 : 0.7),
    },
  },
  people: account.people.map((person) => ({
    ...person,
    claim: {
      ...person.claim,
      traits: {
        ...person.claim.traits,
        twoFactor: random.chance(0.7),
        // Not everybody who has a seat was trained, and some were only weeks later.
        ...(random.chance(0.6) && {
          trainedOn: dayOf(new Date(Math.min(now.getTime(), person.since.getTime() + random.between(1, 60) * dayMs))),
        }),
      },
    },
  })),
})

const nextAnniversary = (since: Date, now: Date) => {
  const next = new Date(since)
  next.setUTCFullYear(now.getUTCFullYear())
  if (next <= now) next.setUTCFullYear(now.getUTCFullYear() + 1)
  return next
}
