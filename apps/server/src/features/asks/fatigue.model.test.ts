import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { crowdIn, serverOf } from './testing-crowd.ts'

/** HEED_TEST_FATIGUE=1000 goes through as many sequences on each store. */
const numRuns = Number(process.env.HEED_TEST_FATIGUE ?? 8)
const seed = Number(process.env.HEED_TEST_SEED ?? 4747)

const dayMinutes = 24 * 60
const device = fc.nat({ max: 4 })
const survey = fc.nat({ max: 2 })
const user = fc.nat({ max: 1 })
/** A browser may say anything up to what the contract takes: a clock that is a year off says thirty days. */
const wrongDays = fc.constantFrom(0, 0, 0, 1, 6, 30)

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('ask' as const), device, survey }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('askAs' as const), device, survey, user }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const), device }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('show' as const), device, wrongDays }) },
  // Whole stories, which steps by themselves seldom make.
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('putOff' as const), device, survey, wrongDays, days: fc.nat({ max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('meet' as const), device, other: device, survey, user }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('signIn' as const), device, survey, user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call' as const), device, survey }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('later' as const), device, wrongDays }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), device, survey }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('identify' as const), device, user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('vouch' as const), device, user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(
        1,
        9,
        10,
        11,
        dayMinutes,
        2 * dayMinutes,
        3 * dayMinutes,
        7 * dayMinutes - 10,
        30 * dayMinutes,
      ),
    }),
  },
)
const rule = fc.record({ restDays: fc.constantFrom(0, 1, 7), laterDays: fc.constantFrom(1, 3, 30) })
const questions = [{ repeatAfterDays: 3 }, { repeatAfterDays: null }, { repeatAfterDays: 30 }]

describeOnBothStores('the fatigue rules', (heed) => {
  it('let exactly those be asked whom the written reference lets', async () => {
    const server = await serverOf(heed)
    const seen = { granted: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(rule, fc.array(step, { minLength: 15, maxLength: 40 }), async (rules, steps) => {
        const crowd = await crowdIn(heed, server, rules, questions, 5)
        for (const each of steps) {
          for (const decision of await take(crowd, each)) {
            expect(decision.granted).toBe(decision.expected)
            seen[decision.granted ? 'granted' : 'refused'] += 1
          }
        }
        expectRest(crowd.grants, rules.restDays)
      }),
      { numRuns, seed },
    )
    await server.stop()
    expect(seen.granted).toBeGreaterThan(numRuns)
    expect(seen.refused).toBeGreaterThan(numRuns)
  }, 3_600_000)
})

type Crowd = Awaited<ReturnType<typeof crowdIn>>
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Decision = Awaited<ReturnType<Crowd['ask']>>

async function take(crowd: Crowd, each: Step): Promise<Decision[]> {
  switch (each.do) {
    case 'ask':
      return [await crowd.ask(each.device, each.survey)]
    case 'askAs':
      return [await crowd.ask(each.device, each.survey, each.user)]
    case 'retry': {
      const decision = await crowd.retry(each.device)
      return decision ? [decision] : []
    }
    case 'putOff':
      return putOff(crowd, each)
    case 'meet':
      return meet(crowd, each)
    case 'signIn':
      return signIn(crowd, each)
    default:
      await tell(crowd, each)
      return []
  }
}

/** Asked, shown, put off, and asked again after some days. */
async function putOff(crowd: Crowd, { device, survey, wrongDays, days }: StepOf<'putOff'>): Promise<Decision[]> {
  const decision = await crowd.ask(device, survey)
  await crowd.show(device, 0)
  await crowd.later(device, wrongDays)
  crowd.advance(days * dayMinutes)
  return [decision, await crowd.ask(device, survey)]
}

/** Two browsers are asked the same, of which one is shown it; then they turn out to be one user's. */
async function meet(crowd: Crowd, { device, other, survey, user }: StepOf<'meet'>): Promise<Decision[]> {
  const first = await crowd.ask(device, survey)
  crowd.advance(1)
  const second = await crowd.ask(other, survey, user)
  await crowd.show(other, 0)
  await crowd.identify(device, user)
  return [first, second, await crowd.ask(other, survey + 1)]
}

/** Asked as whoever the browser claims to be, who is vouched for before the prompt is there; its clock is wrong. */
async function signIn(crowd: Crowd, { device, survey, user }: StepOf<'signIn'>): Promise<Decision[]> {
  const decision = await crowd.ask(device, survey, user)
  await crowd.vouch(device, user)
  await crowd.show(device, 30)
  return [decision, await crowd.ask(device, survey)]
}

type StepOf<D extends Step['do']> = Extract<Step, { do: D }>
type Told = StepOf<'show' | 'call' | 'later' | 'answer' | 'identify' | 'vouch' | 'restart' | 'wait'>

async function tell(crowd: Crowd, each: Told): Promise<void> {
  switch (each.do) {
    case 'show':
      return crowd.show(each.device, each.wrongDays)
    case 'call':
      return crowd.call(each.device, each.survey)
    case 'later':
      return crowd.later(each.device, each.wrongDays)
    case 'answer':
      return crowd.answer(each.device, each.survey)
    case 'identify':
      return crowd.identify(each.device, each.user)
    case 'vouch':
      return crowd.vouch(each.device, each.user)
    case 'restart':
      return crowd.restart()
    case 'wait':
      return crowd.advance(each.minutes)
  }
}

/**
 * Without the reference: whoever was shown a prompt while their place was held for it is granted none within the rest, by
 * the one clock that is right.
 */
function expectRest(grants: Crowd['grants'], restDays: number) {
  for (const { to, at, shownAt, exposureId } of grants) {
    if (shownAt === null || shownAt - at >= 10 * 60_000) continue
    const next = grants.find((grant) => grant.to === to && grant.at >= at && grant.exposureId !== exposureId)
    if (next) expect(next.at - at).toBeGreaterThanOrEqual(restDays * 86_400_000)
  }
}
