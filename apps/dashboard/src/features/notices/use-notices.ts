import type { NoticeList, ReadNotices } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const noticesKey = ['notices']
const refreshMs = 60_000

/** What the team is told of, newest first, kept fresh. */
export const useNotices = () =>
  useQuery({
    queryKey: noticesKey,
    queryFn: ({ signal }) => get<NoticeList>('/api/notices', [], signal),
    refetchInterval: refreshMs,
  })

/** Marks what was shown as read, for the whole team. What came since stays unread. */
export function useReading() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (read: ReadNotices) => send<NoticeList>('PUT', '/api/notices/read', read),
    onSuccess: (list) => client.setQueryData(noticesKey, list),
  })
}
