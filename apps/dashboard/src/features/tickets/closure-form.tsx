import type { Closure, TicketDetail } from '@heed/contracts'
import { X } from 'lucide-preact'
import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ArticlePicker } from './article-picker.tsx'
import { nearArticles } from './near-articles.ts'
import type { PickedArticle } from './use-article-search.ts'
import { hasNews, useAreas, useClosure } from './use-tickets.ts'

const words = text.tickets.closing

type Props = {
  ticket: TicketDetail
  form: RefObject<HTMLFormElement>
  /** The one that answered it. */
  article: PickedArticle | null
  onArticle: (article: PickedArticle | null) => void
  articleField: RefObject<HTMLInputElement>
  link: (path: string) => string
}

/** Closes a ticket, which takes an area and may name the article that answered it, or reopens it. */
export function ClosureForm({ ticket, form, article, onArticle, articleField, link }: Props) {
  const areas = useAreas()
  const closure = useClosure(ticket.id)
  const [areaId, setAreaId] = useState(ticket.area?.id ?? '')
  const [isMissing, setMissing] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const closeButton = useRef<HTMLButtonElement>(null)
  const reopenButton = useRef<HTMLButtonElement>(null)
  const acted = useRef(false)
  /** What had the focus before the area was asked for. */
  const cameFrom = useRef<Element | null>(null)
  const faultId = useId()

  // The button that did it is gone; what a colleague does moves nobody's focus.
  useLayoutEffect(() => {
    if (acted.current) (ticket.state === 'closed' ? reopenButton : select).current?.focus()
    acted.current = false
  }, [ticket.state])
  const act = (closing: Closure | null) => {
    if (closure.isPending) return
    acted.current = true
    closure.mutate(closing, {
      onError: () => {
        acted.current = false
      },
    })
  }

  if (ticket.state === 'closed') {
    return (
      <div class="closure">
        <p class="soft" role="status">
          {ticket.area ? words.closedWith(ticket.area.name) : words.closed}
          {ticket.solvedBy && (
            <>
              {' · '}
              {words.answeredBy}{' '}
              <a href={link(`/articles/${ticket.solvedBy.id}`)} dir="auto">
                {ticket.solvedBy.title}
              </a>
            </>
          )}
        </p>
        <button
          ref={reopenButton}
          type="button"
          class="button"
          aria-disabled={closure.isPending}
          onClick={() => act(null)}
        >
          {words.reopen}
        </button>
        {closure.isError && <ProblemNotice error={closure.error} />}
      </div>
    )
  }

  if (areas.data?.items.length === 0)
    return (
      <p class="closure">
        {words.noAreas} <a href={link('/settings/areas')}>{words.addAreas}</a>
      </p>
    )

  return (
    <form
      ref={form}
      class="closure"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(areaId === '')
        if (areaId === '') {
          cameFrom.current = document.activeElement
          select.current?.focus()
        } else act({ areaId, personMessages: ticket.personMessages, ...(article && { articleId: article.id }) })
      }}
    >
      <select
        ref={select}
        class="select"
        aria-label={words.area}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? faultId : undefined}
        value={areaId}
        onChange={(event) => {
          setAreaId(event.currentTarget.value)
          setMissing(false)
        }}
        onKeyDown={(event) => {
          const { key, currentTarget: area } = event
          if ((key !== 'Enter' && key !== 'Escape') || isOpen(area)) return
          event.preventDefault()
          if (key === 'Enter') return form.current?.requestSubmit()
          setMissing(false)
          area.blur()
          if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
        }}
      >
        <option value="">{words.choose}</option>
        {(areas.data?.items ?? (ticket.area ? [ticket.area] : [])).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {article ? (
        <Chosen
          article={article}
          onRemove={() => {
            onArticle(null)
            requestAnimationFrame(() => articleField.current?.focus())
          }}
        />
      ) : (
        <ArticlePicker
          label={words.article}
          near={nearArticles(ticket)}
          field={articleField}
          onPick={(picked) => {
            onArticle(picked)
            requestAnimationFrame(() => closeButton.current?.focus())
          }}
        />
      )}
      <button ref={closeButton} type="submit" class="button" aria-disabled={closure.isPending}>
        {words.close}
      </button>
      {isMissing && (
        <p class="field-error" id={faultId} role="alert">
          {words.areaRequired}
        </p>
      )}
      {areas.isError && <ProblemNotice error={areas.error} onRetry={() => areas.refetch()} />}
      {closure.isError &&
        (hasNews(closure.error) ? (
          <p class="notice" role="alert">
            {words.wrote(personName(ticket.person))}
          </p>
        ) : (
          <ProblemNotice error={closure.error} />
        ))}
    </form>
  )
}

/** Whether its list stands open, to which these keys belong then. */
function isOpen(select: HTMLSelectElement): boolean {
  try {
    return select.matches(':open')
  } catch {
    return false // a browser of before 2025 does not know the word
  }
}

function Chosen({ article, onRemove }: { article: PickedArticle; onRemove: () => void }) {
  return (
    <span class="chosen-article">
      <span class="visually-hidden">{words.article} </span>
      <bdi class="clamp" title={article.title}>
        {article.title}
      </bdi>
      <button
        type="button"
        class="icon-button"
        aria-label={words.removeArticle(article.title)}
        title={words.removeArticle(article.title)}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
