import type { IdKind } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Deps } from '../../deps.ts'
import { hashToken } from '../../http/tokens.ts'
import { createArticle } from '../articles/create-article.ts'
import { createMember } from '../members/create-member.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { recordPerson } from '../people/record-person.ts'
import { submitResponse } from '../responses/submit-response.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { dismissPrompt } from '../surveys/dismiss-prompt.ts'
import { recordExposure } from '../surveys/record-exposure.ts'
import { closeTicket } from '../tickets/close-ticket.ts'
import { createArea } from '../tickets/create-area.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { replyToTicket } from '../tickets/reply-to-ticket.ts'
import { writeToTicket } from '../tickets/write-to-ticket.ts'
import { content } from './content.ts'
import { type Plan, plans, type SampleAccount, type SamplePerson, sampleAccounts } from './customers.ts'
import { type Random, seededRandom } from './random.ts'
import { playTimeline, type SampleEvent } from './timeline.ts'
import { answers, atWork, comment, firstReplyMs, score } from './voices.ts'

export type SampleSize = { accounts: number; tickets: number }
export const fullSample: SampleSize = { accounts: 500, tickets: 1500 }

const seed = 4747
const dayMs = 86_400_000
const minuteMs = 60_000
const waveDays = 90

type Making = { deps: Deps; workspaceId: string; random: Random; now: Date }

/**
 * Fills a workspace with two years of a business bank's customers: people, prompts, answers, tickets and articles.
 * Seeded, dated back from now, and made by the actions that the API calls, each with the clock of its own moment.
 * @param onProgress share done, 0 … 1
 */
export async function makeSample(
  deps: Deps,
  workspaceId: string,
  size: SampleSize,
  onProgress: (share: number) => void,
) {
  const now = deps.now()
  const making: Making = { deps, workspaceId, random: seededRandom(seed), now }
  const accounts = sampleAccounts(making.random, now, size.accounts)
  const helpCentre = await publishArticles(making)
  const agents = await addAgents(making)
  const surveys = await addSurveys(making)
  const events = [
    ...accounts.flatMap((account) => arrivals(making, account)),
    ...accounts.flatMap((account) => account.people.flatMap((person) => waves(making, account, person, surveys))),
    ...requests(making, accounts, size.tickets, agents, helpCentre),
  ]
  await playTimeline(
    events.filter(({ at }) => at <= now),
    onProgress,
  )
}

/** The same actions, at another time. */
const depsAt = ({ deps }: Making, at: Date): Deps => ({
  ...deps,
  now: () => at,
  newId: (kind: IdKind) => newId(kind, at.getTime()),
})

const visitorOf = ({ workspaceId }: Making, person: SamplePerson) => ({
  workspaceId,
  hash: hashToken(`sample ${person.claim.userId}`),
})

type HelpCentre = { areaIds: Map<string, string>; areaOf: Map<string, string>; articleIds: Map<string, string> }

const publishArticles = async (making: Making): Promise<HelpCentre> => {
  const start = depsAt(making, new Date(making.now.getTime() - 731 * dayMs))
  const helpCentre: HelpCentre = { areaIds: new Map(), areaOf: new Map(), articleIds: new Map() }
  for (const name of content.areas) helpCentre.areaIds.set(name, await createArea(start, making.workspaceId, name))
  for (const { slug, title, body, area, intent } of content.articles) {
    const areaId = helpCentre.areaIds.get(area) ?? null
    const id = await createArticle(start, making.workspaceId, { slug, locale: 'en', title, body, areaId })
    helpCentre.articleIds.set(intent, id)
    helpCentre.areaOf.set(intent, area)
  }
  return helpCentre
}

const addAgents = async (making: Making): Promise<MemberRow[]> => {
  const start = depsAt(making, new Date(making.now.getTime() - 730 * dayMs))
  const agents = ['Noor', 'Tomas', 'Ingrid'].map((name) =>
    createMember(start, making.workspaceId, { name, email: `${name}@northbank.example`, role: 'agent' }),
  )
  return Promise.all(agents)
}

type Surveys = { running: string; ended: string }

/** One that runs, and one that asked newcomers in the first year and has ended. */
const addSurveys = async (making: Making): Promise<Surveys> => {
  const start = depsAt(making, new Date(making.now.getTime() - 730 * dayMs))
  const common = { kind: 'nps', texts: {}, trigger: { delayMs: 4_000 } } as const
  return {
    ended: await createSurvey(start, making.workspaceId, {
      ...common,
      name: 'NPS of newcomers',
      state: 'ended',
      repeatAfterDays: null,
    }),
    running: await createSurvey(start, making.workspaceId, {
      ...common,
      name: 'Customer NPS',
      state: 'running',
      repeatAfterDays: waveDays,
    }),
  }
}

/** The account and its people become known; one account in six grows out of its plan later. */
const arrivals = (making: Making, account: SampleAccount): SampleEvent[] => {
  const { workspaceId, random, now } = making
  const lane = account.claim.accountId
  const record = (at: Date, person: SamplePerson, claim: SampleAccount['claim'] | { accountId: string }) => ({
    at,
    lane,
    run: () =>
      recordPerson(
        depsAt(making, at),
        { workspaceId, trust: 'verified', visitorHash: visitorOf(making, person).hash },
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

/** Every 90 days a person is asked; some answer, some close the prompt, the rest look away. */
const waves = (making: Making, account: SampleAccount, person: SamplePerson, surveys: Surveys): SampleEvent[] => {
  const { random, now } = making
  const visitor = visitorOf(making, person)
  const events: SampleEvent[] = []
  const firstDay = person.since.getTime() + random.between(8, 60) * dayMs
  for (let day = firstDay; day < now.getTime(); day += (waveDays + random.between(0, 25)) * dayMs) {
    const at = atWork(random, new Date(day))
    const deps = depsAt(making, at)
    const exposureId = deps.newId('exposure')
    const tenureDays = (day - account.since.getTime()) / dayMs
    const newcomer = day === firstDay && now.getTime() - day > 365 * dayMs
    const surveyId = newcomer ? surveys.ended : surveys.running
    const given = answers(random, account, tenureDays) ? score(random, account, tenureDays) : undefined
    const said = given === undefined ? undefined : comment(random, given)
    const dismisses = given === undefined && random.chance(0.6)
    const page = random.pick(['/', '/payments', '/cards', '/invoices'])
    const lane = account.claim.accountId
    events.push({
      at,
      lane,
      run: async () => {
        await recordExposure(deps, visitor, exposureId, { surveyId, page: { url: page }, ageMs: 0 })
        if (given !== undefined) await answer(making, at, visitor, { surveyId, exposureId, given, said, person })
        else if (dismisses) await dismissPrompt(deps, visitor, exposureId, { ageMs: 0 })
      },
    })
  }
  return events
}

type Answer = { surveyId: string; exposureId: string; given: number; said: string | undefined; person: SamplePerson }

const answer = (
  making: Making,
  at: Date,
  visitor: ReturnType<typeof visitorOf>,
  { surveyId, exposureId, given, said, person }: Answer,
) => {
  const deps = depsAt(making, new Date(at.getTime() + 9_000))
  return submitResponse(deps, visitor, deps.newId('response'), {
    surveyId,
    exposureId,
    score: given,
    locale: person.claim.locale ?? 'en',
    ageMs: 0,
    ...(said ? { comment: said } : {}),
  })
}

/** Real questions, more of them lately and from newcomers, each with its thread up to now. */
const requests = (
  making: Making,
  accounts: SampleAccount[],
  tickets: number,
  agents: MemberRow[],
  helpCentre: HelpCentre,
): SampleEvent[] => {
  const { random, now } = making
  const shuffled = content.questions
    .map((question) => ({ question, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ question }) => question)
  const people = accounts.flatMap((account) => account.people.map((person) => ({ account, person })))
  return shuffled.slice(0, tickets).flatMap((question) => {
    const { account, person } = random.pick(people)
    const known = now.getTime() - person.since.getTime()
    // Half the questions come in a person's first months.
    const day = person.since.getTime() + dayMs + known * random.next() ** (random.chance(0.5) ? 2.5 : 1)
    return thread(making, atWork(random, new Date(day)), account, person, question, random.pick(agents), helpCentre)
  })
}

const thread = (
  making: Making,
  asked: Date,
  account: SampleAccount,
  person: SamplePerson,
  { text, intent }: { text: string; intent: string },
  agent: MemberRow,
  { areaIds, areaOf, articleIds }: HelpCentre,
): SampleEvent[] => {
  const { random, now } = making
  const visitor = visitorOf(making, person)
  const lane = account.claim.accountId
  const ticketId = newId('ticket', asked.getTime())
  const area = areaOf.get(intent) ?? ''
  const areaId = areaIds.get(area) ?? ''
  const article = articleIds.get(intent)
  const offered = article && random.chance(0.7) ? [article] : []
  const answeredAt = new Date(asked.getTime() + firstReplyMs(random, asked))
  const closedAt = new Date(answeredAt.getTime() + random.between(20, 2_000) * minuteMs)
  const thanksAt = random.chance(0.3) ? new Date(answeredAt.getTime() + random.between(5, 300) * minuteMs) : undefined
  const reply = random.pick(content.repliesByArea.get(area) ?? content.closings)
  const staysOpen = now.getTime() - asked.getTime() < 6 * dayMs && random.chance(0.55)
  const step = (at: Date, run: (deps: Deps) => Promise<unknown>): SampleEvent => ({
    at,
    lane,
    run: () => run(depsAt(making, at)),
  })
  const events = [
    step(asked, (deps) =>
      openTicket(
        deps,
        visitor,
        ticketId,
        {
          messageId: deps.newId('message'),
          body: text,
          context: { page: { url: random.pick(['/cards', '/payments', '/invoices', '/settings']) } },
          articlesOffered: offered,
          articlesRead: offered.filter(() => random.chance(0.4)),
          ageMs: 0,
        },
        random.pick([
          { browser: 'Chrome 142', system: 'Windows 11' },
          { browser: 'Safari 26', system: 'macOS 26' },
          { browser: 'Firefox 145', system: 'Windows 10' },
          { browser: 'Safari 26', system: 'iOS 26' },
          { browser: 'Chrome 142', system: 'Android 16' },
        ]),
      ),
    ),
  ]
  if (staysOpen && random.chance(0.6)) return events
  events.push(step(answeredAt, (deps) => replyToTicket(deps, agent, ticketId, { body: reply, note: false })))
  if (thanksAt) {
    const words = random.pick(content.closings)
    events.push(
      step(thanksAt, (deps) =>
        writeToTicket(deps, visitor, ticketId, deps.newId('message'), { body: words, ageMs: 0 }),
      ),
    )
  }
  if (!staysOpen) {
    const at = thanksAt && thanksAt > closedAt ? new Date(thanksAt.getTime() + 10 * minuteMs) : closedAt
    events.push(step(at, (deps) => closeTicket(deps, agent, ticketId, areaId)))
  }
  return events
}
