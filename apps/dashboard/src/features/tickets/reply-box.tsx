import type { TicketDetail } from '@heed/contracts'
import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { keepDraft, readDraft } from '../../drafts.ts'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { problemWords } from '../../ui/problem-words.ts'
import { ArticleLink, ArticleLinkButton } from './article-link.tsx'
import { nearArticles } from './near-articles.ts'
import type { PickedArticle } from './use-article-search.ts'
import { useSendMessage } from './use-tickets.ts'

const words = text.tickets.reply
const kinds = ['reply', 'note'] as const
type Kind = (typeof kinds)[number]
const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

type Props = {
  ticket: TicketDetail
  memberId: string
  field: RefObject<HTMLTextAreaElement>
  /** The link of an article now stands in the reply. */
  onLinked: (article: PickedArticle) => void
}

/** Writes to the person, or a note to the other members. What is written stays in this browser until the server has it. */
export function ReplyBox({ ticket, memberId, field, onLinked }: Props) {
  const place = (kind: Kind) => ({ memberId, aboutId: ticket.id, kind })
  const [kind, setKind] = useState<Kind>('reply')
  const [drafts, setDrafts] = useState(() => ({ reply: readDraft(place('reply')), note: readDraft(place('note')) }))
  const [isKept, setKept] = useState(drafts.reply !== '')
  const [didSend, setDidSend] = useState(false)
  const [isLinking, setLinking] = useState(false)
  const linkButton = useRef<HTMLButtonElement>(null)
  const sending = useSendMessage(ticket.id, ({ note }) => {
    const stored = note ? 'note' : 'reply'
    keepDraft(place(stored), '')
    setDrafts((all) => ({ ...all, [stored]: '' }))
    setKept(false)
    setDidSend(true)
  })
  const draft = drafts[kind]

  const write = (body: string) => {
    setDrafts({ ...drafts, [kind]: body })
    setKept(keepDraft(place(kind), body))
    setDidSend(false)
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

  const submit = () => {
    const body = draft.trim()
    if (body === '' || sending.isPending) return
    sending.mutate({ body, note: kind === 'note' })
  }

  const label = kind === 'note' ? words.noteHint : words.replyTo(personName(ticket.person))
  return (
    <form
      class="reply"
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset class="segmented">
        <legend class="visually-hidden">{words.label}</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => {
                setKind(each)
                setKept(drafts[each].trim() !== '')
                sending.reset()
              }}
            />
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
            submit()
          }
          if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            setLinking(true)
          }
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {sending.isError && (
        <p class="notice" role="alert">
          {words.notSent} {problemWords(sending.error)}
        </p>
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
          {didSend ? words.sent : isKept ? words.draftKept : <span class="keys-hint">{words.keys(modifier)}</span>}
        </p>
        <button
          type="submit"
          class="button"
          data-look="main"
          disabled={draft.trim() === ''}
          aria-disabled={sending.isPending}
        >
          {sending.isPending ? words.sending : kind === 'note' ? words.saveNote : words.sendReply}
        </button>
      </div>
    </form>
  )
}
