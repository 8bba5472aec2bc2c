import { expect, it } from 'vitest'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { submitResponse } from '../responses/submit-response.ts'
import { seededRandom } from '../sample/random.ts'
import { scopeOf } from '../segments/scope.ts'
import { dismissPrompt } from '../surveys/dismiss-prompt.ts'
import { recordExposure } from '../surveys/record-exposure.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { decideAsk } from './decide-ask.ts'
import { readSampling } from './sampling-report.ts'
import { type Group, insertBase } from './testing-base.ts'

/** 150 people, of whom those on the starter plan answer four times as often as the others. */
const groups: (Group & { answers: number })[] = [
  { plan: 'starter', spendMinor: 2_000, tenureDays: 400, people: 30, answers: 1 },
  { plan: 'growth', spendMinor: 20_000, tenureDays: 400, people: 70, answers: 0.25 },
  { plan: 'scale', spendMinor: 90_000, tenureDays: 400, people: 50, answers: 0.25 },
]
const days = 10
const wanted = 30

describeOnBothStores('a survey with a target, day by day', (heed) => {
  it('gets of each stratum what it wants, however loud it is, and then stops', async () => {
    const made = await heed.workspace()
    const { deps } = heed
    const { workspaceId } = made
    const users = await insertBase(heed, workspaceId, groups)
    const surveyId = await made.addSurvey({
      id: 'srv_aaaaaaaaaaaaaaaaaaaaa', // who is drawn depends on it
      kind: 'nps',
      repeatAfterDays: 90,
      sampling: { mode: 'target', answers: wanted, days, by: ['plan'] },
    })
    const random = seededRandom(4747)
    const people = users.flatMap((ids, group) => ids.map((userId) => ({ userId, group })))
    const visitorOf = ({ userId }: { userId: string }) => ({ workspaceId, hash: hashToken(userId) })
    const reasons = new Map<string | null, number>()
    const restsUntil = new Map<(typeof people)[number], string>()
    let answeredHalfway = 0

    for (let day = 0; day < days + 2; day++) {
      const isDue = (one: (typeof people)[number]) => (restsUntil.get(one) ?? '') <= heed.clock.now().toISOString()
      for (const one of people.filter((each) => random.chance(0.3) && isDue(each))) {
        const visitor = visitorOf(one)
        const exposureId = deps.newId('exposure')
        const { granted, reason, until } = await decideAsk(deps, visitor, {
          surveyId,
          exposureId,
          userId: one.userId,
        })
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        if (until) restsUntil.set(one, until)
        if (!granted) continue
        await recordExposure(deps, visitor, exposureId, { surveyId, ageMs: 0 })
        const answers = random.chance(groups[one.group]?.answers ?? 0)
        if (answers)
          await submitResponse(deps, visitor, deps.newId('response'), { surveyId, exposureId, score: 8, ageMs: 0 })
        else await dismissPrompt(deps, visitor, exposureId, { ageMs: 0 })
      }
      heed.clock.advance('1d')
      if (day === days / 2) answeredHalfway = (await report()).answered
    }

    const { strata, answered, asked } = await report()
    expect(strata.map(({ plans, wanted }) => [plans, wanted])).toEqual([
      [['growth'], 14],
      [['scale'], 10],
      [['starter'], 6],
    ])
    // Of fifteen draws none gave a stratum an answer too many, and the worst was short of three.
    for (const stratum of strata) {
      expect(stratum.stillWanted, stratum.key).toBeLessThanOrEqual(4)
      expect(stratum.answered, stratum.key).toBeLessThanOrEqual(stratum.wanted ?? 0)
      expect(stratum.heard, stratum.key).toBe('even')
    }
    expect(answered).toBeGreaterThan(wanted - 6)
    expect(answeredHalfway).toBeGreaterThan(wanted / 3)
    expect(answeredHalfway).toBeLessThan(wanted * 0.85)
    expect(asked).toBeLessThan(130)
    expect(reasons.get('quota_full')).toBeGreaterThan(10)

    async function report() {
      const workspace = await getWorkspace(heed.store.read, workspaceId)
      return readSampling(heed.store.read, scopeOf(workspace, heed.clock.now()), surveyId)
    }
  }, 120_000)
})
