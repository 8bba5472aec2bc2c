import { newId } from '@heed/contracts/new-id'
import type { Deps } from '../../deps.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { closeTicket } from '../tickets/close-ticket.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { replyToTicket } from '../tickets/reply-to-ticket.ts'
import { writeToTicket } from '../tickets/write-to-ticket.ts'
import { content } from './content.ts'
import type { SampleAccount, SamplePerson } from './customers.ts'
import { dayMs, depsAt, type Making, minuteMs, visitorOf } from './making.ts'
import type { HelpCentre } from './set-up.ts'
import type { SampleEvent } from './timeline.ts'
import { atWork, firstReplyMs } from './voices.ts'

/** Real questions, more of them lately and from newcomers, each with its thread up to now. */
export const requests = (
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
    events.push(step(at, (deps) => closeTicket(deps, agent, ticketId, { areaId })))
  }
  return events
}
