import type { Message, TicketDetail } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { send } from '../../api.ts'
import { hasNews, refreshTicket, ticketPath } from './use-tickets.ts'

/** @property memberReplies how many the member has read; of a note nobody asks */
type Written = { body: string; note: boolean; memberReplies?: number }

/**
 * Sends a reply or a note. The same words sent again after a failure carry the same key, so they arrive once. Where somebody
 * else replied meanwhile it fails with `ticket_changed`, and what they wrote is fetched.
 */
export function useSendMessage({ id: ticketId, messages }: TicketDetail, onStored: (written: Written) => void) {
  const client = useQueryClient()
  const attempt = useRef<{ body: string; note: boolean; key: string } | null>(null)
  const sending = useMutation({
    mutationFn: (written: Written) => {
      const { body, note } = written
      if (attempt.current?.body !== body || attempt.current.note !== note)
        attempt.current = { body, note, key: newId('message') }
      return send<Message>('POST', `${ticketPath(ticketId)}/messages`, written, attempt.current.key)
    },
    // Here, not at `mutate`: that one is not called once the page was left.
    onSuccess: (message, written) => {
      attempt.current = null
      onStored(written)
      client.setQueryData<TicketDetail>(['ticket', ticketId], (ticket) =>
        ticket === undefined || ticket.messages.some(({ id }) => id === message.id)
          ? ticket
          : {
              ...ticket,
              messages: [...ticket.messages, message],
              memberReplies: ticket.memberReplies + (message.note ? 0 : 1),
            },
      )
      return refreshTicket(client, ticketId)
    },
    onError: (error) => (hasNews(error) ? refreshTicket(client, ticketId) : undefined),
  })

  useLayoutEffect(() => {
    // It stands in the thread: only the answer to it was lost.
    const lost = attempt.current
    if (lost === null || sending.isPending || !messages.some(({ id }) => id === lost.key)) return
    attempt.current = null
    sending.reset()
    onStored(lost)
  })
  return sending
}
