import { expect, it } from 'vitest'
import {
  byAccount,
  cesScale,
  csat,
  difference,
  meanFigure,
  npsFigure,
  npsScale,
  npsSummary,
  randomFrom,
  summarise,
  weightedMean,
} from '../src/index.ts'
import { npsAsFigure } from '../src/nps.ts'

const surveys = 5_000
const sizes = [12, 20, 40, 100, 400]
const random = randomFrom(4_747)

/** An index, each as likely as its share of all of them. */
const pick = (shares: readonly number[]): number => {
  let place = random() * shares.reduce((total, share) => total + share, 0)
  return shares.findIndex((share) => {
    place -= share
    return place < 0
  })
}

/** How often each was drawn. */
const draw = (shares: readonly number[], answers: number): number[] => {
  const counts = shares.map(() => 0)
  for (let answer = 0; answer < answers; answer++) {
    const at = Math.max(0, pick(shares))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

const toScores = (counts: readonly number[]) => counts.map((answers, at) => ({ value: at + 1, answers }))
const toNps = ([promoters = 0, passives = 0, detractors = 0]: readonly number[]) => ({
  promoters,
  passives,
  detractors,
})
const npsOf = (counts: readonly number[]) => npsAsFigure(npsFigure(toNps(counts)))

/** The four plans of a base, the smaller the louder: share of the base, how often they answer, what they say. */
const plans = [
  { share: 0.5, answering: 1, says: [20, 30, 50] },
  { share: 0.3, answering: 2, says: [40, 35, 25] },
  { share: 0.15, answering: 4, says: [60, 30, 10] },
  { share: 0.05, answering: 3, says: [75, 20, 5] },
] as const
const weightedTruth = plans.reduce((total, { share, says }) => total + share * (says[0] - says[2]), 0)

const surveyOfPlans = (answers: number) => {
  const byPlan = draw(
    plans.map(({ share, answering }) => share * answering),
    answers,
  )
  return plans.map(({ share, says }, at) => ({
    base: share * 1_000_000,
    summary: npsSummary(toNps(draw(says, byPlan[at] ?? 0))),
  }))
}

/** Accounts of one to four people who resemble each other; spend of the largest is some twenty times the usual. */
const accounts = Array.from({ length: 5_000 }, (_, number) => {
  const content = 0.2 + 0.6 * random()
  const people = 1 + Math.floor(4 * random())
  return {
    account: `${number}`,
    spend: Math.exp(2 * (random() + random() + random() - 1.5)),
    values: Array.from({ length: people }, () => (random() < content ? 100 : random() < 0.5 ? 0 : -100)),
  }
})
const spends = new Map(accounts.map(({ account, spend }) => [account, spend]))
const weightOf = (account: string) => spends.get(account) ?? 0
const voiceOf = ({ values }: { values: number[] }) => values.reduce((sum, value) => sum + value, 0) / values.length
const accountTruth = (weigh: (account: string) => number) =>
  accounts.reduce((sum, each) => sum + weigh(each.account) * voiceOf(each), 0) /
  accounts.reduce((sum, each) => sum + weigh(each.account), 0)

const surveyOfAccounts = (answers: number) => {
  const heard = new Set<number>()
  while (heard.size < answers) heard.add(Math.floor(random() * accounts.length))
  return [...heard].flatMap((at) =>
    (accounts[at]?.values ?? []).map((value) => ({ account: accounts[at]?.account ?? '', value })),
  )
}

type Row = { name: string; truth: number; survey: (answers: number) => { low: number; high: number } | null }

const ces = (name: string, shares: readonly number[]): Row => ({
  name: `CES, ${name}`,
  truth: summarise(toScores(shares)).mean,
  survey: (answers) => meanFigure(summarise(toScores(draw(shares, answers))), cesScale),
})
const satisfied = (name: string, shares: readonly number[]): Row => ({
  name: `CSAT, ${name}`,
  truth: ((shares[3] ?? 0) + (shares[4] ?? 0)) / 100,
  survey: (answers) => csat(toScores(draw(shares, answers))),
})

const rows: Row[] = [
  satisfied('80 % satisfied', [5, 5, 10, 30, 50]),
  satisfied('95 % satisfied', [2, 1, 2, 15, 80]),
  ces('even', [14, 14, 14, 14, 14, 15, 15]),
  ces('skewed', [2, 3, 5, 10, 20, 30, 30]),
  ces('80 % at the top', [0, 0, 1, 2, 5, 12, 80]),
  { name: 'weighted NPS', truth: weightedTruth, survey: (answers) => weightedMean(surveyOfPlans(answers), npsScale) },
  {
    name: 'NPS by account',
    truth: accountTruth(() => 1),
    survey: (answers) => byAccount(surveyOfAccounts(answers), { base: accounts.length }),
  },
  {
    name: 'NPS by spend',
    truth: accountTruth(weightOf),
    survey: (answers) => byAccount(surveyOfAccounts(answers), { base: accounts.length, weightOf }),
  },
  {
    name: 'difference of two NPS',
    truth: -25,
    survey: (answers) => {
      const from = npsOf(draw([80, 15, 5], answers))
      const to = npsOf(draw([60, 30, 10], answers))
      return from && to && difference(from, to)
    },
  },
]

it('holds the truth in about 95 % with other figures, too', () => {
  const lines = rows.map(({ name, truth, survey }) => {
    const covered = sizes.map((answers) => {
      const margins = Array.from({ length: surveys }, () => survey(answers))
      const hits = margins.filter((margin) => margin && margin.low - 1e-9 <= truth && truth <= margin.high + 1e-9)
      return (100 * hits.length) / surveys
    })
    return { name, covered }
  })

  process.stdout.write(`| figure | ${sizes.join(' | ')} |\n| --- | ${sizes.map(() => '---:').join(' | ')} |\n`)
  for (const { name, covered } of lines)
    process.stdout.write(`| ${name} | ${covered.map((share) => share.toFixed(1)).join(' | ')} |\n`)

  // With a hundred answers and more none may be far off.
  for (const { covered } of lines) expect(Math.min(...covered.slice(-2))).toBeGreaterThan(91)
})
