import type { TicketPage } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { get, isSignedOut } from '../../api.ts'
import { refreshMs } from './use-tickets.ts'

/** How many tickets of all customers wait for a reply, as fresh as the inbox. */
export const useWaitingCount = (): number =>
  useQuery({
    queryKey: ['tickets', 'waiting'],
    queryFn: ({ signal }) =>
      get<TicketPage>(
        '/api/tickets',
        [
          ['awaitingReply', 'true'],
          ['limit', '1'],
        ],
        signal,
      ),
    // Signing in again asks anew.
    refetchInterval: ({ state }) => (isSignedOut(state.error) ? false : refreshMs),
  }).data?.total ?? 0
