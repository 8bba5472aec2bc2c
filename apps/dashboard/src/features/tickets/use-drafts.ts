import { useState } from 'preact/hooks'
import { type KeptWork, useKept } from '../../kept-work.ts'

export const messageKinds = ['reply', 'note'] as const
export type MessageKind = (typeof messageKinds)[number]

/** @property memberReplies how many there were when it was begun */
type Draft = { body: string; memberReplies: number }

export type KeptDrafts = Record<MessageKind, KeptWork>

/** What this browser keeps of a member's words to a ticket, each kind by itself; null until it is known. */
export function useKeptDrafts(memberId: string, ticketId: string): KeptDrafts | null {
  const reply = useKept(memberId, `reply ${ticketId}`, true)
  const note = useKept(memberId, `note ${ticketId}`, true)
  return reply && note && { reply, note }
}

/** A reply and a note while they are written. What is written is kept until it was sent. */
export function useDrafts(kept: KeptDrafts, memberReplies: number) {
  const [drafts, setDrafts] = useState(() => ({ reply: readDraft(kept.reply), note: readDraft(kept.note) }))

  const write = (kind: MessageKind, body: string) => {
    const draft = { body, memberReplies: isBlank(drafts[kind]) ? memberReplies : drafts[kind].memberReplies }
    if (isBlank(draft)) kept[kind].forget()
    else kept[kind].keep(draft)
    setDrafts((all) => ({ ...all, [kind]: draft }))
  }
  const clear = (kind: MessageKind) => {
    kept[kind].forget()
    setDrafts((all) => ({ ...all, [kind]: nothing }))
  }
  return { drafts, write, clear }
}

export const isBlank = ({ body }: Draft): boolean => body.trim() === ''

const nothing: Draft = { body: '', memberReplies: 0 }

function readDraft(kept: KeptWork): Draft {
  const work = kept.read()
  return isDraft(work) ? work : nothing
}

const isDraft = (work: unknown): work is Draft =>
  typeof work === 'object' &&
  work !== null &&
  'body' in work &&
  typeof work.body === 'string' &&
  'memberReplies' in work &&
  typeof work.memberReplies === 'number'
