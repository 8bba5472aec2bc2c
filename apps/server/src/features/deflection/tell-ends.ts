import type { RequestEnds } from '@heed/contracts'
import type { RequestRow } from '../suggestions/requests.queries.ts'

/** A request by its person, known or not, that began with a question. */
export type AskedRequest = Pick<RequestRow, 'id' | 'outcome' | 'read' | 'notHelped' | 'createdAt'> & {
  personId: string
}
/** A ticket, with the request that it is the end of; null: of none that is kept. */
export type FiledTicket = { id: string; personId: string; requestId: string | null; createdAt: Date }

export type End = keyof RequestEnds

/** Who left has solved it somehow, if they file nothing for so long. */
export const settledAfterMs = 7 * 86_400_000

/**
 * How each request ended. A ticket that names no request is the end of the last one that its person left without a word
 * within 7 days; each ticket is the end of one request at most, or tickets would be counted that nobody filed.
 * @param requests oldest first
 * @param tickets of the same people, oldest first
 */
export function tellEnds(
  requests: readonly AskedRequest[],
  tickets: readonly FiledTicket[],
  now: Date,
): Map<string, End> {
  const filedBy = new Map<string, FiledTicket[]>()
  for (const ticket of tickets) {
    const own = filedBy.get(ticket.personId)
    if (own) own.push(ticket)
    else filedBy.set(ticket.personId, [ticket])
  }
  const ended = endedByTicket(requests, tickets)
  return new Map(
    requests.map((request) => [request.id, endOf(request, ended, filedBy.get(request.personId) ?? [], now)]),
  )
}

/** Requests that were left without a word, and are ended by a ticket that names none. */
function endedByTicket(requests: readonly AskedRequest[], tickets: readonly FiledTicket[]): Set<string> {
  const left = new Map<string, AskedRequest[]>()
  for (const request of requests) {
    if (request.outcome !== null) continue
    const own = left.get(request.personId)
    if (own) own.push(request)
    else left.set(request.personId, [request])
  }
  const ended = new Set<string>()
  for (const ticket of tickets) {
    if (ticket.requestId !== null) continue
    const request = left.get(ticket.personId)?.findLast((one) => isSoonAfter(ticket, one) && !ended.has(one.id))
    if (request) ended.add(request.id)
  }
  return ended
}

function endOf(request: AskedRequest, ended: ReadonlySet<string>, filed: readonly FiledTicket[], now: Date): End {
  const { id, outcome, read, notHelped, createdAt } = request
  if (outcome !== null) return outcome
  if (ended.has(id)) return 'ticket'
  if (filed.some((ticket) => isSoonAfter(ticket, request))) return 'askedAgain'
  if (read.every((article) => notHelped.includes(article))) return 'gone'
  return now.getTime() - createdAt.getTime() >= settledAfterMs ? 'left' : 'pending'
}

function isSoonAfter(ticket: FiledTicket, request: AskedRequest): boolean {
  const laterMs = ticket.createdAt.getTime() - request.createdAt.getTime()
  return laterMs >= 0 && laterMs < settledAfterMs
}
