import type { AccountClaim, PersonClaim } from '@heed/contracts'
import { content } from './content.ts'
import type { Random } from './random.ts'

export const plans = ['starter', 'growth', 'scale', 'enterprise'] as const
export type Plan = (typeof plans)[number]

export type SampleAccount = {
  claim: AccountClaim & { createdAt: string }
  plan: Plan
  since: Date
  /** Shifts how this account's people answer: some companies are simply happier. */
  mood: number
  people: SamplePerson[]
}
export type SamplePerson = { claim: PersonClaim & { userId: string }; since: Date }

type PlanShape = { share: number; spendMinor: [number, number]; people: [number, number]; spareSeats: number }

// Monthly spend in cents; people per account. Together some 500 accounts and 4,000 people.
const shapes: Record<Plan, PlanShape> = {
  starter: { share: 44, spendMinor: [1_900, 4_900], people: [2, 4], spareSeats: 1 },
  growth: { share: 31, spendMinor: [9_900, 29_900], people: [4, 10], spareSeats: 3 },
  scale: { share: 17, spendMinor: [39_900, 99_900], people: [8, 16], spareSeats: 8 },
  enterprise: { share: 8, spendMinor: [150_000, 620_000], people: [22, 40], spareSeats: 30 },
}

const dayMs = 86_400_000
const languages: Record<string, string> = { DE: 'de', AT: 'de', FR: 'fr', ES: 'es', IT: 'it', PT: 'pt' }

const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')

/** 500 customer companies with their people: four plans, spends, up to two years of tenure. Domains end in .example. */
export const sampleAccounts = (random: Random, now: Date, accounts = 500): SampleAccount[] => {
  const taken = new Set<string>()
  const companyName = (): string => {
    const { companyWords, companyEndings } = content.names
    const [first, second] = [random.pick(companyWords), random.pick(companyWords)]
    const name = `${first} ${second} ${random.pick(companyEndings)}`
    if (first === second || taken.has(name)) return companyName()
    taken.add(name)
    return name
  }
  return Array.from({ length: accounts }, (_, i) => sampleAccount(random, now, i + 1, companyName()))
}

const sampleAccount = (random: Random, now: Date, number: number, name: string): SampleAccount => {
  const plan = random.weighted(plans.map((p) => [p, shapes[p].share] as const))
  const shape = shapes[plan]
  // The square leans towards the present: the bank has been growing.
  const since = new Date(now.getTime() - Math.round(730 * (1 - random.next() ** 2 * 0.999) * dayMs) + dayMs)
  const country = random.weighted(content.names.countries.map(({ code, weight }) => [code, weight] as const))
  const size = random.between(...shape.people)
  const account: SampleAccount = {
    plan,
    since: since > now ? new Date(now.getTime() - dayMs) : since,
    mood: random.normal() * 0.7,
    people: [],
    claim: {
      accountId: `acct-${String(number).padStart(4, '0')}`,
      name,
      plan,
      spendMinor: Math.round(random.between(...shape.spendMinor) / 100) * 100,
      currency: 'EUR',
      createdAt: since.toISOString(),
      seats: size + random.between(0, shape.spareSeats),
      traits: { industry: random.pick(content.names.industries), country },
    },
  }
  account.claim.createdAt = account.since.toISOString()
  account.people = Array.from({ length: size }, (_, i) => samplePerson(random, now, account, country, i))
  return account
}

const samplePerson = (
  random: Random,
  now: Date,
  account: SampleAccount,
  country: string,
  index: number,
): SamplePerson => {
  const first = random.pick(content.names.firstNames)
  const last = random.pick(content.names.lastNames)
  const room = now.getTime() - account.since.getTime()
  const since = new Date(account.since.getTime() + (index === 0 ? 0 : random.next() ** 2 * room))
  return {
    since,
    claim: {
      userId: `${account.claim.accountId}-${index + 1}`,
      name: `${first} ${last}`,
      email: `${slugOf(first)}.${slugOf(last)}@${slugOf(account.claim.name ?? '')}.example`,
      locale: languages[country] ?? 'en',
      createdAt: since.toISOString(),
      traits: {
        role: random.weighted([
          ['member', 6],
          ['finance', 3],
          ['admin', 1],
        ] as const),
      },
      account: { accountId: account.claim.accountId },
    },
  }
}
