import type { TicketDetail } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { problemWords } from '../../ui/problem-words.ts'
import { ArticleLink, ArticleLinkButton } from './article-link.tsx'
import { nearArticles } from './near-articles.ts'
import { OvertakenNotice } from './overtaken-notice.tsx'
import type { PickedArticle } from './use-article-search.ts'
import { isBlank, type KeptDrafts, type MessageKind, messageKinds, useDrafts, useKeptDrafts } from './use-drafts.ts'
import { useSendMessage } from './use-send-message.ts'
import { hasNews } from './use-tickets.ts'

const words = text.tickets.reply
const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

type Props = {
  ticket: TicketDetail
  memberId: string
  /** The link of an article now stands in the reply. */
  onLinked: (article: PickedArticle) => void
}

/** Writes to the person, or a note to the other members. What is written stays in this browser until the server has it. */
export function ReplyBox({ memberId, ...props }: Props) {
  const kept = useKeptDrafts(memberId, props.ticket.id)
  return kept && <OpenReplyBox {...props} kept={kept} />
}

function OpenReplyBox({ ticket, kept, onLinked }: Omit<Props, 'memberId'> & { kept: KeptDrafts }) {
  const { drafts, write: writeDraft, clear } = useDrafts(kept, ticket.memberReplies)
  const [kind, setKind] = useState<MessageKind>(isBlank(drafts.reply) && !isBlank(drafts.note) ? 'note' : 'reply')
  const [stored, setStored] = useState<MessageKind | null>(null)
  const [isLinking, setLinking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const linkButton = useRef<HTMLButtonElement>(null)
  const anyway = useRef<HTMLButtonElement>(null)
  const sending = useSendMessage(ticket, ({ note }) => {
    const sent = note ? 'note' : 'reply'
    clear(sent)
    setStored(sent)
    // What is written next goes to the customer, unless one says otherwise.
    setKind('reply')
  })
  const { body: draft, memberReplies } = drafts[kind]
  const isEmpty = isBlank(drafts[kind])
  const isOvertaken = kind === 'reply' && !isEmpty && (memberReplies !== ticket.memberReplies || hasNews(sending.error))

  const choose = (chosen: MessageKind) => {
    setKind(chosen)
    if (chosen !== kind && !sending.isPending) sending.reset()
  }
  const begin = (chosen: MessageKind) => {
    choose(chosen)
    field.current?.focus()
  }
  useKeys({ r: () => begin('reply'), n: () => begin('note') })

  const write = (body: string) => {
    writeDraft(kind, body)
    setStored(null)
  }

  /** Puts the link where the cursor stands, and the cursor behind it. */
  const insert = (article: PickedArticle, address: string) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? { selectionStart: 0, selectionEnd: 0 }
    const before = draft.slice(0, from)
    const gap = /\S$/.test(before) ? ' ' : ''
    const inserted = `${before}${gap}${text.tickets.articles.linked(article.title, address)}`
    write(inserted + draft.slice(to))
    setLinking(false)
    if (kind === 'reply') onLinked(article)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(inserted.length, inserted.length)
    })
  }

  const submit = (basedOn = memberReplies) => {
    if (isEmpty || sending.isPending) return
    const body = draft.trim()
    sending.mutate(kind === 'note' ? { body, note: true } : { body, note: false, memberReplies: basedOn })
  }
  // Out of habit nobody sends over what they have not read.
  const trySubmit = () => (isOvertaken ? anyway.current?.focus() : submit())
  const submitAnyway = () => {
    field.current?.focus()
    submit(ticket.memberReplies)
  }

  const label = kind === 'note' ? words.noteHint : words.replyTo(personName(ticket.person))
  return (
    <form
      class="reply"
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault()
        trySubmit()
      }}
    >
      <fieldset class="segmented">
        <legend class="visually-hidden">{words.label}</legend>
        {messageKinds.map((each) => (
          <label key={each}>
            <input type="radio" name="kind" checked={kind === each} onChange={() => choose(each)} />
            {words[each]}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        class="input reply-field"
        aria-label={label}
        placeholder={label}
        rows={5}
        dir="auto"
        maxLength={20_000}
        value={draft}
        readOnly={sending.isPending}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            trySubmit()
          }
          if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            setLinking(true)
          }
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {isOvertaken ? (
        <OvertakenNotice ticket={ticket} button={anyway} isSending={sending.isPending} onAnyway={submitAnyway} />
      ) : (
        sending.isError && (
          <p class="notice" role="alert">
            {words.notSent} {problemWords(sending.error)}
          </p>
        )
      )}
      {isLinking && (
        <ArticleLink
          near={nearArticles(ticket)}
          onInsert={insert}
          onClose={() => {
            setLinking(false)
            linkButton.current?.focus()
          }}
        />
      )}
      <div class="reply-foot">
        <ArticleLinkButton button={linkButton} isOpen={isLinking} onClick={() => setLinking(!isLinking)} />
        <p class="soft small" role="status">
          {stored !== null ? (
            words.stored[stored]
          ) : isEmpty ? (
            <span class="keys-hint">{words.keys(modifier)}</span>
          ) : (
            words.draftKept
          )}
        </p>
        <button type="submit" class="button" data-look="main" disabled={isEmpty} aria-disabled={sending.isPending}>
          {sending.isPending ? words.sending : kind === 'note' ? words.saveNote : words.sendReply}
        </button>
      </div>
    </form>
  )
}
