import type { TicketFigures } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { median, withinTarget } from '@heed/stats'
import { listAreas } from '../areas/areas.queries.ts'
import { daysBefore } from '../responses/responses.queries.ts'
import type { Filter } from '../segments/scope.ts'
import { countTickets, listFirstResponses, type TicketScope } from './tickets.queries.ts'

const periodDays = 90
const noPage = { limit: 1 }

/** Figures of a segment's tickets. */
export async function readTicketFigures(handle: Handle, scope: TicketScope, filter: Filter): Promise<TicketFigures> {
  const [open, awaitingReply, recent, areas] = await Promise.all([
    countTickets(handle, scope, filter, { ...noPage, state: 'open' }),
    countTickets(handle, scope, filter, { ...noPage, state: 'open', awaitingReply: true }),
    listFirstResponses(handle, scope, filter, daysBefore(scope.now, periodDays)),
    listAreas(handle, scope.workspaceId),
  ])
  const firstResponsesMs = recent.flatMap(({ firstResponseMs }) => firstResponseMs ?? [])
  return {
    periodDays,
    open,
    awaitingReply,
    created: recent.length,
    answered: firstResponsesMs.length,
    medianFirstResponseMs: median(firstResponsesMs),
    withinTarget: withinTarget(firstResponsesMs, scope.targetMs),
    byArea: areas
      .map((area) => {
        const about = recent.filter(({ areaId }) => areaId === area.id)
        // An account counts once, with the spend of its latest ticket, which comes last.
        const spendOf = new Map(
          about.flatMap(({ account, spendMinor }) => (account === null ? [] : [[account, spendMinor ?? 0] as const])),
        )
        return {
          area,
          tickets: about.length,
          accounts: spendOf.size,
          spendMinor: [...spendOf.values()].reduce((sum, spend) => sum + spend, 0),
        }
      })
      .filter(({ tickets }) => tickets > 0)
      .sort((a, b) => b.tickets - a.tickets),
  }
}
