import type { HelpRoom } from '../runtime/room.ts'

/** What is typed, and which articles came of it. Kept until it is handed to the outbox. */
export type TicketDraft = {
  text: string
  offered: string[]
  read: string[]
  /** Under which the server keeps what is wanted; made when typing begins, so that it outlives a reload with the text. */
  requestId?: string | undefined
  /** Under which its files are kept as long as the page lives. */
  files?: string
}

export const ticketDraft = (room: HelpRoom): TicketDraft => ({
  text: '',
  offered: [],
  read: [],
  ...(room.draft('ticket') as Partial<TicketDraft>),
})

/** Takes over what was typed elsewhere; what the draft says already stays. */
export function addToDraft(room: HelpRoom, { text, offered, read }: TicketDraft): void {
  const typed = text.trim()
  if (!typed) return
  const draft = ticketDraft(room)
  room.keepDraft('ticket', {
    ...draft,
    text: draft.text.includes(typed) ? draft.text : [draft.text, typed].filter(Boolean).join('\n'),
    offered: [...draft.offered, ...offered],
    read: [...draft.read, ...read],
  })
}
