import { standardHelp } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import { hashToken } from '../../http/tokens.ts'
import { insertDeflection } from '../articles/articles.queries.ts'
import type { Customer } from '../people/people.queries.ts'
import { snapshotOf } from '../people/snapshot.ts'
import { drawOf } from '../suggestions/hold-out.ts'
import { insertRequest, type RequestRow } from '../suggestions/requests.queries.ts'
import { content } from './content.ts'
import {
  listSampleCustomers,
  listSampleTickets,
  listSampleVotes,
  markClosedWith,
  markRequestsOf,
  requestOf,
} from './help.queries.ts'
import { dayMs, depsAt, type Making } from './making.ts'
import type { HelpCentre } from './set-up.ts'
import { atWork } from './voices.ts'

/** Requests have been kept for so long. */
const reachDays = 120
/** As many requests as tickets ended without one, and no fewer than these, so that a small sample has some of each end. */
const fewestOthers = 100
/** Of the held-out more file a ticket: fewer of their requests end without one. */
const heldOutLeaving = 0.3
/** An article that is read often and helps nobody. */
const unhelpful = { intent: 'extra_charge_on_statement', readings: 40 }

const pages = ['/cards', '/payments', '/invoices', '/settings']

type Ticket = Awaited<ReturnType<typeof listSampleTickets>>[number]
type Vote = Awaited<ReturnType<typeof listSampleVotes>>[number]
type Ended = Pick<RequestRow, 'offered' | 'read' | 'notHelped' | 'outcome' | 'targetId'>

/**
 * What people wanted help with: each ticket began as a request, and about as many requests ended without one. Some people
 * are held out, by the same draw as everywhere. Written in bulk once all else has happened.
 */
export const addHelp = async (making: Making, { articleIds }: HelpCentre): Promise<void> => {
  const { deps, workspaceId, now, random } = making
  const since = new Date(now.getTime() - reachDays * dayMs)
  await deps.store.write(async (tx) => {
    const customers = (await listSampleCustomers(tx, workspaceId)).filter(({ person }) => person.userId !== null)
    const tickets = await listSampleTickets(tx, workspaceId, since)
    const closed = closedWith(making, tickets)
    const answered = content.questions.filter(({ intent }) => intent !== unhelpful.intent)
    const asked = [
      ...tickets.map((ticket) => ofTicket(making, ticket)),
      ...Array.from({ length: Math.max(fewestOthers, tickets.length) }, () => {
        const { text, intent } = random.pick(answered)
        return ofNobodysTicket(making, random.pick(customers), text, articleIds.get(intent) ?? '')
      }).flat(),
      ...(await listSampleVotes(tx, workspaceId, since))
        .filter(({ vote }) => random.chance(0.02) && !isOut(workspaceId, vote.visitorHash ?? ''))
        .map(ofVote(making)),
      ...failing(making, customers, articleIds.get(unhelpful.intent) ?? ''),
      ...unanswered(making, customers, tickets.length),
    ].filter(({ createdAt }) => createdAt <= now)
    await Promise.all(asked.map((row) => insertRequest(tx, row)))
    await Promise.all(asked.flatMap(deflectionOf).map((row) => insertDeflection(tx, row)))
    await markRequestsOf(tx, workspaceId, since)
    for (const [articleId, ticketIds] of closed) await markClosedWith(tx, workspaceId, articleId, ticketIds)
  })
}

const hashOf = ({ userId }: { userId: string | null }) => hashToken(`sample ${userId}`)

const isOut = (workspaceId: string, visitorHash: string) => drawOf(workspaceId, visitorHash) < standardHelp.holdOutShare

function ofTicket({ workspaceId, random }: Making, { ticket, text }: Ticket): RequestRow {
  const { personId, accountId, visitorHash, articlesOffered: offered, createdAt, context } = ticket
  const { plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust } = ticket
  const heldOut = isOut(workspaceId, visitorHash ?? '')
  // Some read what was offered only after they had begun to write.
  const read = heldOut ? [] : offered.filter((id) => ticket.articlesRead.includes(id) || random.chance(0.4))
  return {
    workspaceId,
    id: requestOf(ticket.id),
    kind: 'asked',
    personId,
    accountId,
    visitorHash,
    heldOut,
    locale: 'en',
    text,
    page: context.page ?? null,
    offered,
    read,
    notHelped: read.filter(() => random.chance(0.4)),
    outcome: 'ticket',
    targetId: ticket.id,
    ...{ plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust },
    createdAt,
    updatedAt: createdAt,
  }
}

/** Who began to write found that others want the same. */
const ofVote =
  ({ workspaceId, random }: Making) =>
  ({ vote, title }: Vote): RequestRow => {
    const { personId, accountId, visitorHash, ideaId, createdAt } = vote
    const { plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust } = vote
    return {
      workspaceId,
      id: newId('request', createdAt.getTime()),
      kind: 'asked',
      ...{ personId, accountId, visitorHash },
      heldOut: false,
      locale: 'en',
      text: title,
      page: { url: random.pick(pages) },
      offered: [ideaId],
      read: [],
      notHelped: [],
      outcome: 'voted',
      targetId: ideaId,
      ...{ plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust },
      createdAt,
      updatedAt: createdAt,
    }
  }

/** Solved, or left with or without reading; of the held-out, who have nothing to read, left. */
function ofNobodysTicket(making: Making, customer: Customer, text: string, articleId: string): RequestRow[] {
  const { random, workspaceId } = making
  const heldOut = isOut(workspaceId, hashOf(customer.person))
  if (heldOut && !random.chance(heldOutLeaving)) return []
  const offered = random.chance(0.8) ? [articleId] : []
  const end = heldOut || offered.length === 0 ? 'gone' : random.weighted(endings)
  const ended: Record<Ending, Ended> = {
    solved: { offered, read: offered, notHelped: [], outcome: 'solved', targetId: articleId },
    left: { offered, read: offered, notHelped: [], outcome: null, targetId: null },
    gone: { offered, read: [], notHelped: [], outcome: null, targetId: null },
  }
  return [requestBy(making, customer, { kind: 'asked', text, locale: 'en', heldOut, ...ended[end] })]
}

type Ending = 'solved' | 'left' | 'gone'
const endings: readonly (readonly [Ending, number])[] = [
  ['solved', 58],
  ['left', 24],
  ['gone', 18],
]

/** What many read and nobody was helped by. */
function failing(making: Making, customers: Customer[], articleId: string): RequestRow[] {
  const { random, workspaceId } = making
  const questions = content.questions.filter(({ intent }) => intent === unhelpful.intent)
  return Array.from({ length: unhelpful.readings }, () => random.pick(customers))
    .filter(({ person }) => !isOut(workspaceId, hashOf(person)))
    .map((customer) => {
      const read = [articleId]
      const ended = { offered: read, read, notHelped: read, outcome: null, targetId: null }
      const { text } = random.pick(questions)
      return requestBy(making, customer, { kind: 'asked', text, locale: 'en', heldOut: false, ...ended })
    })
}

/** What has no article yet: the first of these is wanted most. */
function unanswered(making: Making, customers: Customer[], tickets: number): RequestRow[] {
  const { random, workspaceId } = making
  const most = Math.min(6, 1 + tickets / 100)
  return content.unanswered.flatMap(({ locale, wordings }, place) =>
    wordings.flatMap((text) =>
      Array.from({ length: random.between(1, Math.max(1, Math.round(most - place / 2))) }, () => {
        const customer = random.pick(customers)
        const kind = text.includes(' ') && random.chance(0.7) ? ('asked' as const) : ('searched' as const)
        const heldOut = isOut(workspaceId, hashOf(customer.person))
        const ended = { offered: [], read: [], notHelped: [], outcome: null, targetId: null }
        return requestBy(making, customer, { kind, text, locale, heldOut, ...ended })
      }),
    ),
  )
}

type Asked = Ended & Pick<RequestRow, 'kind' | 'text' | 'locale' | 'heldOut'>

function requestBy(making: Making, customer: Customer, asked: Asked): RequestRow {
  const { random, workspaceId, now } = making
  const { person } = customer
  const known = Math.min(reachDays, (now.getTime() - (person.customerSince ?? person.createdAt).getTime()) / dayMs)
  const at = atWork(random, new Date(now.getTime() - random.next() * known * dayMs))
  return {
    workspaceId,
    id: depsAt(making, at).newId('request'),
    personId: person.id,
    accountId: person.accountId,
    visitorHash: hashOf(person),
    page: { url: random.pick(pages) },
    ...asked,
    ...snapshotOf(customer, at),
    createdAt: at,
    updatedAt: at,
  }
}

function deflectionOf(request: RequestRow) {
  const { id, workspaceId, personId, accountId, text, page, outcome, targetId, createdAt } = request
  if (outcome !== 'solved' || !targetId || !personId) return []
  const { plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust } = request
  return [
    {
      id: `dfl_${id.slice('req_'.length)}`,
      ...{ workspaceId, articleId: targetId, personId, accountId, text, page, requestId: id, createdAt },
      ...{ plan, spendMinor, currency, reportingSpendMinor, tenureDays, traits, trust, valuesTrust },
    },
  ]
}

/** Some tickets were closed with the article that had been offered, by the article. */
function closedWith({ random }: Making, tickets: readonly Ticket[]): Map<string, string[]> {
  const closed = new Map<string, string[]>()
  for (const { ticket } of tickets) {
    const [articleId] = ticket.articlesOffered
    if (ticket.state !== 'closed' || !articleId || !random.chance(0.4)) continue
    closed.set(articleId, [...(closed.get(articleId) ?? []), ticket.id])
  }
  return closed
}
