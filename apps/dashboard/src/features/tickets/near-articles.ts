import type { TicketDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import type { PickedArticle } from './use-article-search.ts'

const words = text.tickets.articles

/** An article to choose, with what is known of it at this ticket or its language. */
export type ArticleOffer = PickedArticle & { note: string | null }

type Ticket = Pick<TicketDetail, 'articlesOffered' | 'articlesRead'>

/** What the person read while asking, then what they were offered: the likeliest to answer the ticket. */
export function nearArticles({ articlesOffered, articlesRead }: Ticket): ArticleOffer[] {
  const isRead = (id: string) => articlesRead.some((article) => article.id === id)
  return [
    ...articlesRead.map((article) => ({ ...article, note: words.read })),
    ...articlesOffered.filter(({ id }) => !isRead(id)).map((article) => ({ ...article, note: words.offered })),
  ]
}

/** Near ones that hold all the words, then those that the server found. */
export function offersOf(near: ArticleOffer[], found: ArticleOffer[], typed: string): ArticleOffer[] {
  const typedWords = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ title }: ArticleOffer) => typedWords.every((word) => title.toLocaleLowerCase().includes(word))
  const first = near.filter(fits)
  return [...first, ...found.filter(({ id }) => !first.some((offer) => offer.id === id))]
}
