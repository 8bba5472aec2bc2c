import { recordPerson } from '../people/record-person.ts'
import { type Plan, plans, type SampleAccount, type SamplePerson } from './customers.ts'
import { dayMs, depsAt, type Making, visitorOf } from './making.ts'
import type { SampleEvent } from './timeline.ts'

/** The account and its people become known; one account in six grows out of its plan later. */
export const arrivals = (making: Making, account: SampleAccount): SampleEvent[] => {
  const { workspaceId, random, now } = making
  const lane = account.claim.accountId
  const record = (at: Date, person: SamplePerson, claim: SampleAccount['claim'] | { accountId: string }) => ({
    at,
    lane,
    run: () =>
      recordPerson(
        depsAt(making, at),
        { workspaceId, source: 'server', visitorHash: visitorOf(making, person).hash },
        { ...person.claim, account: claim },
      ),
  })
  const [first] = account.people
  const before = plans[plans.indexOf(account.plan) - 1]
  const tenureMs = now.getTime() - account.since.getTime()
  const upgradedAt = new Date(account.since.getTime() + tenureMs * (0.3 + random.next() * 0.5))
  const upgrades = Boolean(before) && tenureMs > 200 * dayMs && random.chance(0.3)
  const firstClaim = upgrades && before ? { ...account.claim, ...smaller(account, before) } : account.claim
  return account.people
    .map((person) => record(person.since, person, person === first ? firstClaim : { accountId: lane }))
    .concat(upgrades && first ? [record(upgradedAt, first, account.claim)] : [])
}

const smaller = ({ claim }: SampleAccount, plan: Plan) => ({
  plan,
  spendMinor: Math.round((claim.spendMinor ?? 0) / 400) * 100,
})
