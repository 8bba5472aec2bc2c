import type { NewResponse, PersonClaim, Traits } from '@heed/contracts'
import type { Heed } from '../../testing/heed.ts'

type Workspace = Awaited<ReturnType<Heed['workspace']>>
type Answer = Partial<Omit<NewResponse, 'exposureId'>> & {
  userId?: string
  account?: PersonClaim['account']
  /** Left out: the workspace's own NPS survey. */
  surveyId?: string
}

/** Somebody is shown a survey in a browser of their own, and answers. @returns the browser and the answer's id */
export const answerAs = async (
  heed: Heed,
  { visitor, surveyId: nps }: Pick<Workspace, 'visitor' | 'surveyId'>,
  { userId = heed.deps.newId('person'), account, surveyId = nps, ...said }: Answer,
) => {
  const browser = visitor()
  await browser.put('/person', { userId, ...(account && { account }) })
  const exposureId = heed.deps.newId('exposure')
  const responseId = heed.deps.newId('response')
  const { version, ageMs } = said
  await browser.put(`/exposures/${exposureId}`, { surveyId, ...(version && { version }), ...(ageMs && { ageMs }) })
  const { status, problem } = await browser.put(`/responses/${responseId}`, { surveyId, exposureId, ...said })
  if (status !== 200) throw new Error(`the answer was refused: ${JSON.stringify(problem)}`)
  return { browser, responseId, exposureId, surveyId }
}

type Filled = {
  /** Null: a customer who did not answer. */
  score: number | null
  plan?: string
  createdAt?: Date
  comment?: string
  traits?: Traits
}

/** The same of many, straight into the store: each a verified person in an account of their own, a year old. */
export const fillAnswers = async (heed: Heed, where: { workspaceId: string; surveyId: string }, rows: Filled[]) => {
  const { deps, clock } = heed
  const now = clock.now()
  const since = new Date(now.getTime() - 400 * 86_400_000)
  const common = { workspaceId: where.workspaceId, trust: 'verified' as const }
  const made = rows.map((row) => ({
    ...row,
    personId: deps.newId('person'),
    accountId: deps.newId('account'),
    responseId: deps.newId('response'),
  }))
  const accounts = made.map(({ accountId, plan, traits }) => ({
    ...common,
    id: accountId,
    externalId: accountId,
    plan: plan ?? null,
    traits: traits ?? {},
    customerSince: since,
    createdAt: since,
    updatedAt: since,
  }))
  const people = made.map(({ personId, accountId }) => ({
    ...common,
    id: personId,
    userId: personId,
    accountId,
    traits: {},
    createdAt: since,
    updatedAt: since,
  }))
  const responses = made.flatMap(({ score, personId, accountId, responseId, plan, createdAt, comment, traits }) =>
    score === null
      ? []
      : [
          {
            ...common,
            surveyId: where.surveyId,
            id: responseId,
            personId,
            accountId,
            score,
            comment: comment ?? null,
            plan: plan ?? null,
            tenureDays: 400,
            traits: traits ?? {},
            valuesTrust: 'verified' as const,
            createdAt: createdAt ?? now,
            updatedAt: now,
          },
        ],
  )
  await heed.store.write(async ({ db, tables }) => {
    for (let at = 0; at < rows.length; at += 500) {
      await db.insert(tables.accounts).values(accounts.slice(at, at + 500))
      await db.insert(tables.people).values(people.slice(at, at + 500))
    }
    for (let at = 0; at < responses.length; at += 500)
      await db.insert(tables.responses).values(responses.slice(at, at + 500))
  })
}
