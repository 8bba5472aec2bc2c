import type { ArticleItem } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { moveFocus } from '../../ui/move-focus.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSettled } from '../segments/use-settled.ts'
import { languageName } from './languages.ts'
import { StateTag } from './state-tag.tsx'
import { useArticleSearch } from './use-articles.ts'

const words = text.articles.editor.link

/** What a typed text means as an address; undefined where it is only words. */
export function addressIn(typed: string): string | undefined {
  const said = typed.trim()
  if (/^(https?:\/\/|mailto:|\/|#)\S+$/i.test(said)) return said
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said)) return `mailto:${said}`
  return /^[^\s/]+\.[a-z]{2,}(\/\S*)?$/i.test(said) ? `https://${said}` : undefined
}

/** One language of each article: the one that is being written, else the first. */
const onePerSlug = (items: ArticleItem[], locale: string): ArticleItem[] =>
  items.filter(
    (item, at) =>
      item.locale === locale ||
      (!items.some((other) => other.slug === item.slug && other.locale === locale) &&
        items.findIndex(({ slug }) => slug === item.slug) === at),
  )

type Props = { locale: string; onPick: (address: string, title: string) => void; onClose: () => void }

/** Finds an article to link to, or takes an address. */
export function LinkDialog({ locale, onPick, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const address = addressIn(typed)
  const query = useArticleSearch(useSettled(address === undefined ? typed.trim() : ''))
  const articles = address === undefined ? onePerSlug(query.data?.items ?? [], locale) : []
  const [first] = articles
  useEffect(() => field.current?.focus(), [])
  const pick = (article: ArticleItem) => onPick(`/help/${article.slug}`, article.title)

  return (
    <Modal title={words.title} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows go through what is found */}
      <div class="article-link" ref={place} onKeyDown={(event) => moveFocus(event, place.current)}>
        <input
          ref={field}
          class="input"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            if (address !== undefined) onPick(address, address)
            else if (first && !query.isPlaceholderData) pick(first)
          }}
        />
        {address !== undefined && (
          <button type="button" class="button" data-stop onClick={() => onPick(address, address)}>
            <bdi>{words.address(address)}</bdi>
          </button>
        )}
        {query.isError && <ProblemNotice error={query.error} />}
        {articles.length > 0 && (
          <ul aria-label={words.results}>
            {articles.map((article) => (
              <li key={article.id}>
                <button type="button" class="article-link-row" data-stop onClick={() => pick(article)}>
                  <bdi>{article.title}</bdi>
                  {article.locale !== locale && <span class="soft small">{languageName(article.locale)}</span>}
                  {article.state === 'draft' && <StateTag state="draft" />}
                </button>
              </li>
            ))}
          </ul>
        )}
        {address === undefined && query.data && articles.length === 0 && <p class="soft">{words.none}</p>}
        <p class="soft small">{words.hint}</p>
      </div>
    </Modal>
  )
}
