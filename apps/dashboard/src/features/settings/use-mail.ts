import type { MailState } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** Whether mail goes out to customers, and what became of it. */
export const useMail = () =>
  useQuery({ queryKey: ['mail'], queryFn: ({ signal }) => get<MailState>('/api/mail', [], signal) })
