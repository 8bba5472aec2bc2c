import type { SurveyCut, SurveyResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { answerAs, fillAnswers } from './testing-answers.ts'

const customers = [
  { plan: 'starter', spendMinor: 0, createdAt: '2026-02-20T00:00:00Z', industry: 'Retail', locale: 'en', score: 3 },
  { plan: 'starter', spendMinor: 1_900, createdAt: '2026-02-10T00:00:00Z', industry: 'Retail', locale: 'de', score: 7 },
  {
    plan: 'growth',
    spendMinor: 12_900,
    createdAt: '2025-10-01T00:00:00Z',
    industry: 'Oil, gas',
    locale: 'de',
    score: 9,
  },
  { plan: 'growth', spendMinor: 40_000, createdAt: '2025-01-01T00:00:00Z', industry: 7, locale: 'en', score: 10 },
  { plan: 'enterprise', spendMinor: 90_000, createdAt: '2024-01-01T00:00:00Z', industry: 'Retail', score: 10 },
  { score: 0 },
]

describeOnBothStores('cutting the figure of a survey', (heed) => {
  const answered = async () => {
    const made = await heed.workspace()
    for (const [i, { score, locale, industry, ...account }] of customers.entries()) {
      const known = 'plan' in account
      const traits = industry === undefined ? {} : { traits: { industry } }
      await answerAs(heed, made, {
        userId: `u${i}`,
        score,
        ...(locale && { locale }),
        ...(known && { account: { accountId: `a${i}`, currency: 'USD', ...account, ...traits } }),
      })
    }
    return {
      ...made,
      cut: async (query: string) => {
        const reply = await made.ada.get<SurveyCut>(`/surveys/${made.surveyId}/cuts?${query}`)
        expect(reply.status, JSON.stringify(reply.problem)).toBe(200)
        return reply.body
      },
      result: async (query: string) =>
        (await made.ada.get<SurveyResult>(`/surveys/${made.surveyId}/results?${query}`)).body,
    }
  }

  it('shows each plan with its base, its showings and how it stands against the others', async () => {
    const { cut, visitor } = await answered()
    await visitor().put('/person', { userId: 'silent', account: { accountId: 'a2', plan: 'growth' } })

    const { parts, leftOut, measure } = await cut('by=plan')

    expect(measure).toBe('nps')
    expect(leftOut).toBe(0)
    const seen = parts.map(({ value, base, seen, figure }) => [value, base, seen, figure.answers, figure.value])
    expect(seen).toEqual([
      ['growth', 3, 2, 2, 100],
      ['starter', 2, 2, 2, -50],
      ['enterprise', 1, 1, 1, 100],
      [null, 1, 1, 1, -100],
    ])
    expect(parts[0]?.against).toMatchObject({ change: 100 + 25, verdict: 'too_few' })
  })

  it('shows bands in their order, also those that nobody answered from', async () => {
    const { cut, visitor } = await answered()
    await visitor().put('/person', {
      userId: 'silent',
      account: { accountId: 'new', createdAt: '2025-08-01T00:00:00Z' },
    })

    const tenure = await cut('by=tenure')
    const spend = await cut('by=spend')

    expect(tenure.parts.map(({ value, base, figure }) => [value, base, figure.answers])).toEqual([
      ['0..89', 2, 2],
      ['90..179', 1, 1],
      ['180..364', 1, 0],
      ['365..', 2, 2],
      [null, 1, 1],
    ])
    expect(spend.parts.map(({ figure }) => figure.answers).reduce((a, b) => a + b)).toBe(6)
    expect(spend.parts[0]).toMatchObject({ value: '0..0', segment: 'spend:0..0', base: 1 })
    expect(spend.parts.at(-1)).toMatchObject({ value: null, segment: 'not(spend:*)', base: 2 })
  })

  it('names for each part the segment of its answers', async () => {
    const { cut, result } = await answered()

    for (const by of ['plan', 'tenure', 'spend', 'trait.industry']) {
      const { parts } = await cut(`by=${by}`)
      expect(parts.length).toBeGreaterThan(2)
      for (const { segment, figure } of parts) {
        if (segment === null) continue
        const { raw } = await result(`segment=${encodeURIComponent(segment)}`)
        expect([segment, raw.answers, raw.value]).toEqual([segment, figure.answers, figure.value])
      }
    }
  })

  it('cuts by what no segment says, and by the versions', async () => {
    const { cut } = await answered()

    const locale = await cut('by=locale')
    const version = await cut('by=version')
    const trait = await cut('by=trait.industry')

    expect(
      locale.parts.map(({ value, seen, base, segment, figure }) => [value, seen, base, segment, figure.answers]),
    ).toEqual(
      expect.arrayContaining([
        ['de', null, null, null, 2],
        ['en', null, null, null, 2],
        [null, null, null, null, 2],
      ]),
    )
    expect(version.parts).toMatchObject([{ value: '1', seen: 6, base: null, figure: { answers: 6 }, against: null }])
    expect(trait.parts.map(({ value, seen }) => [value, seen])).toEqual(
      expect.arrayContaining([
        ['Retail', 3],
        ['Oil, gas', 1],
        ['7', 1],
        [null, 1],
      ]),
    )
  })

  it('names a number as JSON writes it, whatever the store, and the segment that picks it', async () => {
    const made = await heed.workspace()
    const doses = [1e-7, '1e-7', '0.0000001', 0.1 + 0.2, 0.3, 1e21, 5e-324, 2 ** 63, 2 ** 63, -1.5e-9, 0, true, 'true']
    for (const [i, dose] of doses.entries())
      await answerAs(heed, made, { userId: `u${i}`, score: 9, account: { accountId: `a${i}`, traits: { dose } } })
    const counts = new Map<string, number>()
    for (const dose of doses) counts.set(String(dose), (counts.get(String(dose)) ?? 0) + 1)

    for (const unit of ['people', 'accounts']) {
      const url = `/surveys/${made.surveyId}`
      const { body } = await made.ada.get<SurveyCut>(`${url}/cuts?by=trait.dose&unit=${unit}`)

      const answers = body.parts.map(({ value, figure }) => [value, figure.answers])
      expect(new Map(answers as [string, number][])).toEqual(counts)
      for (const { segment, figure } of body.parts) {
        const picked = await made.ada.get<SurveyResult>(`${url}/results?segment=${encodeURIComponent(segment ?? '')}`)
        expect([segment, picked.body.raw.answers]).toEqual([segment, figure.answers])
      }
    }
  })

  it('shows the twenty parts with most answers, and says how many it left out', async () => {
    const { cut, workspaceId, surveyId } = await answered()
    const plans = Array.from({ length: 22 }, (_, i) => ({ plan: `plan ${i}`, score: 8 }))
    await fillAnswers(heed, { workspaceId, surveyId }, plans)

    const { parts, leftOut } = await cut('by=plan')

    expect(parts).toHaveLength(20)
    expect(leftOut).toBe(6)
    expect(parts[0]?.figure.answers).toBe(2)
  })

  it('keeps to period, segment, version and unit', async () => {
    const { cut } = await answered()
    const answers = async (query: string) =>
      (await cut(query)).parts.reduce((total, { figure }) => total + figure.answers, 0)

    expect(await answers('by=plan&segment=plan:growth')).toBe(2)
    expect(await answers('by=plan&version=2')).toBe(0)
    expect(await answers('by=plan&to=2026-03-01')).toBe(0)
    expect(await answers('by=plan&unit=accounts')).toBe(5)
    expect(await answers('by=plan&unit=spend')).toBe(4)
    expect((await cut('by=plan&asOf=now')).parts.every(({ segment }) => segment === null)).toBe(true)
  })

  it('holds accounts against no others that are the same ones', async () => {
    const { cut, ...made } = await answered()
    for (const [at, locale] of Array.from({ length: 24 }, (_, at) => [at % 12, at < 12 ? 'de' : 'fr'] as const))
      await answerAs(heed, made, { score: at % 4 ? 10 : 0, locale, account: { accountId: `many ${at}`, plan: 'many' } })
    const against = async (query: string) => (await cut(query)).parts.map((part) => part.against !== null)

    expect(await against('by=locale')).toContain(true)
    expect(await against('by=plan&unit=accounts')).toContain(true)
    expect(await against('by=locale&unit=accounts')).not.toContain(true)
  })

  it('looks at no claim that does not count', async () => {
    const { ada, surveyId, visitor } = await heed.workspace({ unverifiedValues: 'ignore' })
    await answerAs(
      heed,
      { visitor, surveyId },
      { score: 9, account: { accountId: 'a', plan: 'growth', spendMinor: 5_000 } },
    )

    for (const by of ['plan', 'tenure', 'spend', 'trait.industry']) {
      const { body } = await ada.get<SurveyCut>(`/surveys/${surveyId}/cuts?by=${by}`)
      expect(body.parts).toMatchObject([{ value: null, figure: { answers: 1 } }])
    }
  })

  it('refuses what it cannot cut by', async () => {
    const { ada, surveyId } = await heed.workspace()

    for (const query of ['by=cats', 'by=trait.', 'by=trait."x"', '']) {
      const { problem } = await ada.get(`/surveys/${surveyId}/cuts?${query}`)
      expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'by' }] })
    }
  })
})
