import type { IdeaDetail, IdeaItem, IdeaPatch, IdeaSplit, IdeaVotePage } from '@heed/contracts'
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { ApiProblem, get, send } from '../../api.ts'
import { pagedQuery } from '../../paged-query.ts'

const pathOf = (id: string) => `/api/ideas/${encodeURIComponent(id)}`

/** An idea with what belongs to it; of a merged one that which stands. Fails with `idea_not_found`. */
export const useIdea = (id: string) =>
  useQuery({
    queryKey: ['idea', id],
    queryFn: ({ signal }) => get<IdeaDetail>(pathOf(id), [], signal),
  })

export const useIdeaSplit = (id: string) =>
  useQuery({
    queryKey: ['idea', id, 'split'],
    queryFn: ({ signal }) => get<IdeaSplit>(`${pathOf(id)}/split`, [], signal),
  })

const votesAtOnce = '20'

/** Votes of a segment for an idea, newest first, page by page. */
export const useIdeaVotes = (id: string, pairs: [string, string][]) =>
  useInfiniteQuery(
    pagedQuery<IdeaVotePage>(['idea', id, 'votes'], `${pathOf(id)}/votes`, [...pairs, ['limit', votesAtOnce]]),
  )

/** Asks again for all that shows ideas. */
const refresh = (client: QueryClient) =>
  Promise.all([['ideas'], ['idea'], ['target ideas']].map((queryKey) => client.invalidateQueries({ queryKey })))

/** What a member may do with an idea; it is done once the page shows it. */
function useIdeaAct<Given, Reply>(act: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => refresh(client) })
}

/** The same for what leads to another page: whoever waits for the page of before would be gone with it. */
function useIdeaLeaving<Given, Reply>(act: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => void refresh(client) })
}

export const isIdeaChanged = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'idea_changed'

/** Where somebody else changed the idea since, it is asked for again before the page says so. */
const refreshIfChanged = (client: QueryClient) => (error: unknown) =>
  isIdeaChanged(error) ? refresh(client) : undefined

/**
 * Edits an idea or tells its voters.
 * @throws ApiProblem `idea_changed`, `idea_not_found`, `idea_merged`, `area_not_found`
 */
export function useIdeaChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: IdeaPatch) => send<IdeaItem>('PATCH', pathOf(id), patch),
    onSuccess: () => refresh(client),
    onError: refreshIfChanged(client),
  })
}

/**
 * Removes the idea as it was at `basedOn`.
 * @throws ApiProblem `idea_changed`, `idea_not_found`, `idea_merged`
 */
export function useIdeaRemoval(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (basedOn: string) => send<void>('DELETE', `${pathOf(id)}?basedOn=${encodeURIComponent(basedOn)}`),
    onSuccess: () => void refresh(client),
    onError: refreshIfChanged(client),
  })
}

/** @throws ApiProblem `idea_not_found`, `idea_merged` */
export const useIdeaMerge = (id: string) =>
  useIdeaLeaving((intoId: string) => send<IdeaDetail>('PUT', `${pathOf(id)}/merge`, { intoId }))

/** Lets a merged idea stand by itself again. */
export const useIdeaUnmerge = () => useIdeaLeaving((id: string) => send<IdeaDetail>('DELETE', `${pathOf(id)}/merge`))

type VoteOf = { ideaId: string; personId: string }

/** Votes for a person. @throws ApiProblem `idea_settled` */
export const useVoteFor = () =>
  useIdeaAct(({ ideaId, personId, ticketId }: VoteOf & { ticketId?: string | undefined }) =>
    send<unknown>('PUT', `${pathOf(ideaId)}/votes/${encodeURIComponent(personId)}`, ticketId ? { ticketId } : {}),
  )

/** Takes back what a member cast. @throws ApiProblem `vote_of_person`, `vote_not_found` */
export const useVoteTakenBack = () =>
  useIdeaAct(({ ideaId, personId }: VoteOf) =>
    send<void>('DELETE', `${pathOf(ideaId)}/votes/${encodeURIComponent(personId)}`),
  )

type LinkOf = { ideaId: string; targetId: string }
const linkPath = ({ ideaId, targetId }: LinkOf) => `${pathOf(ideaId)}/links/${encodeURIComponent(targetId)}`

/** Links an idea to a ticket or an answer, and takes that back. */
export const useLinking = () => useIdeaAct((link: LinkOf) => send<void>('PUT', linkPath(link)))
export const useUnlinking = () => useIdeaAct((link: LinkOf) => send<void>('DELETE', linkPath(link)))
