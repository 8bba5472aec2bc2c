import type { TargetIdeas } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** Ideas that a ticket or an answer is linked to, and whether its person voted. */
export const useTargetIdeas = (targetId: string) =>
  useQuery({
    queryKey: ['target ideas', targetId],
    queryFn: ({ signal }) => get<TargetIdeas>(`/api/idea-links/${encodeURIComponent(targetId)}`, [], signal),
  })
