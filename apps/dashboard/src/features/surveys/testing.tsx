import type {
  FatigueRule,
  Member,
  Survey,
  SurveyDefinition,
  SurveyListItem,
  SurveyReach,
  Workspace,
} from '@heed/contracts'
import { vi } from 'vitest'

// For tests: a server that keeps a few surveys, and says no when it is told to.

export const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'USD',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}

export const memberOf = (role: Member['role']): Member => ({ id: 'mem_1', name: 'Ada', email: 'ada@example.com', role })

export const definition: SurveyDefinition = {
  name: 'NPS',
  kind: 'nps',
  form: {},
  texts: {},
  trigger: { delayMs: 5_000 },
  targeting: {},
  sampling: { mode: 'everyone' },
  repeatAfterDays: 90,
  priority: 50,
  schedule: { startsAt: null, endsAt: null, answerLimit: null },
  alerts: {},
}

export const surveyOf = (given: Partial<Survey> = {}): Survey => ({
  ...definition,
  id: `srv_${'a'.repeat(21)}`,
  state: 'draft',
  version: 1,
  createdAt: '2026-03-05T10:00:00.000Z',
  launchedAt: null,
  updatedAt: '2026-03-05T10:00:00.000Z',
  ...given,
})

const listed = (survey: Survey): SurveyListItem => ({
  ...survey,
  measure: 'nps',
  figure: { value: 31, low: 22, high: 40, answers: 214 },
  seen: 500,
  lastAnswerAt: null,
})

const reach: SurveyReach = {
  days: 14,
  people: 340,
  targeted: 512,
  base: 1200,
  responseRate: { share: 0.15, low: 0.12, high: 0.2 },
  answers: { low: 40, high: 70 },
}

type Refusal = { status: number; code: string; errors?: { field: string; message: string }[] }

export type Served = {
  /** What was asked for, as "PUT /api/…", in order. */
  asked: { method: string; path: string; body: unknown }[]
  surveys: Survey[]
  fatigue: FatigueRule
  /** Refuses what begins so, such as "PUT /api/surveys/…/launch", once. */
  refuse: { begins: string; with: Refusal } | null
}

/** Puts a server in the place of `fetch`. */
export function serveSurveys(surveys: Survey[] = []): Served {
  const served: Served = {
    asked: [],
    surveys,
    fatigue: { restDays: 7, laterDays: 7, mostASession: 1 },
    refuse: null,
  }
  // The preview of a prompt is a page of the server, which is not there.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockReturnValue(undefined)
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const { pathname: path } = new URL(input, location.origin)
    const method = init.method ?? 'GET'
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    served.asked.push({ method, path, body })
    const { refuse } = served
    if (refuse && `${method} ${path}`.startsWith(refuse.begins)) {
      served.refuse = null
      return Response.json({ type: '', title: refuse.with.code, ...refuse.with }, { status: refuse.with.status })
    }
    return answer(served, method, path, body)
  })
  return served
}

/** Changes that were sent, without what only counts. */
export const changesOf = ({ asked }: Served) =>
  asked.filter(({ method, path }) => method !== 'GET' && !/\/(reach|sampling-plan)$/.test(path))

let moments = 0
const nextMoment = () => new Date(Date.parse('2026-03-06T10:00:00.000Z') + ++moments * 1000).toISOString()

function answer(served: Served, method: string, path: string, body: unknown): Response {
  const [, , what, id, act] = path.split('/')
  if (what === 'fatigue') {
    if (method === 'PUT') served.fatigue = body as FatigueRule
    return Response.json(served.fatigue)
  }
  if (what !== 'surveys') return Response.json({ items: [], traits: [], events: [] })
  if (id === undefined && method === 'GET') return Response.json({ items: served.surveys.map(listed) })
  if (id === undefined || act === 'copies') return add(served, (body ?? named(served, id)) as SurveyDefinition)
  if (id === 'reach') return Response.json(reach)
  if (id === 'imports')
    return Response.json({ surveyIds: ['srv_1'], leftOut: [{ path: 'endings', reason: 'No endings.' }] })
  const survey = served.surveys.find((each) => each.id === id)
  if (!survey) return Response.json({ type: '', title: '', status: 404, code: 'survey_not_found' }, { status: 404 })
  if (act === 'versions') return Response.json({ items: [] })
  if (act === 'test-links') return Response.json({ parameter: 'heed-test=x.y', expiresAt: '2026-03-07T10:00:00.000Z' })
  if (method === 'GET') return Response.json(survey)
  if (method === 'DELETE' && act === undefined) {
    served.surveys = served.surveys.filter((each) => each.id !== id)
    return new Response(null, { status: 204 })
  }
  return Response.json(keep(served, { ...survey, ...changed(survey, act, method, body), updatedAt: nextMoment() }))
}

const named = ({ surveys }: Served, id: string | undefined) => {
  const survey = surveys.find((each) => each.id === id)
  return survey && { ...survey, name: `${survey.name} (copy)`, state: 'draft' }
}

function changed(survey: Survey, act: string | undefined, method: string, body: unknown): Partial<Survey> {
  if (act === 'launch') return { state: 'running', launchedAt: nextMoment() }
  if (act === 'pause') return { state: method === 'DELETE' ? 'running' : 'paused' }
  if (act === 'end') return { state: 'ended' }
  return { ...(body as SurveyDefinition), version: survey.state === 'draft' ? 1 : survey.version + 1 }
}

function add(served: Served, given: SurveyDefinition): Response {
  const at = nextMoment()
  const survey = surveyOf({
    ...given,
    id: `srv_${`${served.surveys.length}`.padStart(21, 'n')}`,
    createdAt: at,
    updatedAt: at,
  })
  served.surveys = [survey, ...served.surveys]
  return Response.json(survey, { status: 201 })
}

function keep(served: Served, survey: Survey): Survey {
  served.surveys = served.surveys.map((each) => (each.id === survey.id ? survey : each))
  return survey
}
