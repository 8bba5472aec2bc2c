import type { GetStarted } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/**
 * How far the workspace has come.
 * @param everyMs ask again so often, while the page is looked at; left out: once
 */
export const useGetStarted = ({ enabled, everyMs }: { enabled: boolean; everyMs?: number }) =>
  useQuery({
    queryKey: ['get-started'],
    queryFn: ({ signal }) => get<GetStarted>('/api/get-started', [], signal),
    enabled,
    // What is done elsewhere shows when one comes back from there.
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
