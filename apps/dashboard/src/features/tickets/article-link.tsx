import { FileText } from 'lucide-preact'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ArticlePicker } from './article-picker.tsx'
import type { ArticleOffer } from './near-articles.ts'
import { type PickedArticle, usePublicAddress } from './use-article-search.ts'

const words = text.tickets.articles

type Props = {
  near: ArticleOffer[]
  /** `address`: where everybody can read it. */
  onInsert: (article: PickedArticle, address: string) => void
  onClose: () => void
}

/** Finds an article whose link goes into what is being written. */
export function ArticleLink({ near, onInsert, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const address = usePublicAddress(onInsert)
  useEffect(() => field.current?.focus(), [])

  return (
    <div class="article-link">
      <ArticlePicker
        label={words.link}
        near={near}
        field={field}
        onPick={(article) => address.mutate(article)}
        onLeave={onClose}
      />
      <button type="button" class="button" data-look="quiet" onClick={onClose}>
        {words.leave}
      </button>
      {address.isSuccess && address.data.address === null && (
        <p class="soft small" role="alert">
          {words.noAddress(address.data.title)}
        </p>
      )}
      {address.isError && (
        <ProblemNotice
          error={address.error}
          onRetry={() => address.variables !== undefined && address.mutate(address.variables)}
        />
      )}
    </div>
  )
}

type ButtonProps = { button: RefObject<HTMLButtonElement>; isOpen: boolean; onClick: () => void }

export function ArticleLinkButton({ button, isOpen, onClick }: ButtonProps) {
  return (
    <button ref={button} type="button" class="button" data-look="quiet" aria-expanded={isOpen} onClick={onClick}>
      <FileText size={16} aria-hidden="true" />
      {words.insert}
    </button>
  )
}
