import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { problemWords } from '../../ui/problem-words.ts'
import { valueName } from '../segments/field-names.ts'
import { useSettled } from '../segments/use-settled.ts'
import { type ArticleOffer, offersOf } from './near-articles.ts'
import { type PickedArticle, usePublishedArticles } from './use-article-search.ts'

const words = text.tickets.articles

type Props = {
  label: string
  /** Of this ticket; they come first. */
  near: ArticleOffer[]
  field: RefObject<HTMLInputElement>
  onPick: (article: PickedArticle) => void
  /** Escape, once the list is closed. */
  onLeave?: () => void
}

/** Chooses a published article: typed and found, or walked through with the arrows. */
export function ArticlePicker({ label, near, field, onPick, onLeave }: Props) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const search = typed.trim()
  const settled = useSettled(search)
  const query = usePublishedArticles(settled, isOpen)
  // What was found for other words must not be taken by a quick Enter.
  const isCurrent = settled === search && !query.isFetching
  const found = (query.data?.items ?? []).map((item) => ({
    id: item.id,
    title: item.title,
    note: valueName('locale', item.locale),
  }))
  const offers = isOpen ? offersOf(near, found, search) : []

  const open = () => setOpen(true)
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const pick = ({ id: articleId, title }: ArticleOffer) => {
    setTyped('')
    close()
    onPick({ id: articleId, title })
  }
  const moveTo = (next: number) => {
    open()
    if (offers.length === 0) return
    const index = (next + offers.length) % offers.length
    setAt(index)
    list.current?.querySelectorAll('[role=option]')[index]?.scrollIntoView?.({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const chosen = offers[at] ?? (search !== '' && isCurrent ? offers[0] : undefined)
    if (event.key === 'ArrowDown') moveTo(at + 1)
    else if (event.key === 'ArrowUp') moveTo(Math.max(at, 0) - 1)
    else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Escape' && onLeave) onLeave()
    // With nothing chosen and nothing typed, Enter is the form's own.
    else if (event.key === 'Enter' && isOpen && (chosen || search !== '')) {
      if (chosen) pick(chosen)
    } else return
    event.preventDefault()
  }

  return (
    <div class="article-picker">
      <input
        ref={field}
        class="input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && offers[at] ? `${id}-${at}` : undefined}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        onFocus={open}
        onClick={open}
        onBlur={close}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setAt(-1)
          open()
        }}
        onKeyDown={onKeyDown}
      />
      <div class="article-options card" hidden={!isOpen}>
        {/* A list that scrolls is a stop of the Tab key by itself; here the field has the keys. */}
        <div role="listbox" id={`${id}-list`} aria-label={label} tabIndex={-1} ref={list}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys
            <div
              key={offer.id}
              id={`${id}-${index}`}
              class="article-option"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(offer)}
            >
              <span class="clamp" dir="auto">
                {offer.title}
              </span>
              {offer.note && <span class="soft small">{offer.note}</span>}
            </div>
          ))}
        </div>
        <p class="soft small" role="status">
          {query.isError
            ? problemWords(query.error)
            : offers.length === 0 && isCurrent && (search === '' ? words.nothing : words.notFound(search))}
        </p>
      </div>
    </div>
  )
}
