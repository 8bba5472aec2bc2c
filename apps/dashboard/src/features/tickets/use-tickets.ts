import type { Area, Closure, TicketDetail, TicketItem, TicketPage } from '@heed/contracts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { ApiProblem, get, send } from '../../api.ts'
import { pagedQuery } from '../../paged-query.ts'

type Pairs = [string, string][]

// Often enough that a reply within minutes is possible; only while the page is looked at.
export const refreshMs = 10_000

/** The list of tickets that an address asks for. */
export const listQuery = (pairs: Pairs) => pagedQuery<TicketPage>(['tickets', 'list'], '/api/tickets', pairs)

/** Tickets of a segment, page by page, kept fresh. */
export function useTickets(pairs: Pairs) {
  const list = useInfiniteQuery({
    ...listQuery(pairs),
    refetchInterval: ({ state }) => (hasMore(state.data?.pages) ? false : refreshMs),
  })
  const { refetch } = list
  const begins = list.data?.pages[0]
  // Pages are asked for one after the other: of several the first alone is looked at until it changes.
  const first = useQuery({
    queryKey: ['tickets', 'first page', pairs],
    queryFn: ({ signal }) => get<TicketPage>('/api/tickets', pairs, signal),
    refetchInterval: refreshMs,
    enabled: hasMore(list.data?.pages) && !list.isPlaceholderData,
  })
  const isOld = first.data !== undefined && JSON.stringify(first.data) !== JSON.stringify(begins)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look that finds another page asks once
  useEffect(() => {
    if (isOld) void refetch()
  }, [isOld, first.dataUpdatedAt, refetch])
  return list
}

const hasMore = (pages: TicketPage[] | undefined): boolean => (pages?.length ?? 0) > 1

/** One ticket with its thread and context, kept fresh. Fails with `ticket_not_found`. */
export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => get<TicketDetail>(ticketPath(id), [], signal),
    refetchInterval: refreshMs,
  })

export const useAreas = () =>
  useQuery({
    queryKey: ['areas'],
    queryFn: ({ signal }) => get<{ items: Area[] }>('/api/areas', [], signal),
    staleTime: 300_000,
  })

/** Whether somebody wrote what the member had not read when closing or replying. */
export const hasNews = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'ticket_changed'

/**
 * Closes with an area (`area_required` without one) and perhaps an article, or with null reopens. Where the customer wrote
 * meanwhile it fails with `ticket_changed`, and what they wrote is fetched.
 */
export function useClosure(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (closing: Closure | null) =>
      closing === null
        ? send<TicketItem>('DELETE', `${ticketPath(ticketId)}/closure`)
        : send<TicketItem>('PUT', `${ticketPath(ticketId)}/closure`, closing),
    onSuccess: (item) => {
      client.setQueryData<TicketDetail>(['ticket', ticketId], (ticket) => ticket && { ...ticket, ...item })
      return refreshTicket(client, ticketId)
    },
    onError: (error) => (hasNews(error) ? refreshTicket(client, ticketId) : undefined),
  })
}

export const ticketPath = (id: string): string => `/api/tickets/${encodeURIComponent(id)}`

/** Asks anew for the ticket and for every list that it may stand in. */
export const refreshTicket = (client: ReturnType<typeof useQueryClient>, ticketId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['ticket', ticketId] }),
    client.invalidateQueries({ queryKey: ['tickets'] }),
  ])
