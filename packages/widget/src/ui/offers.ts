import type { Suggestion } from '@heed/contracts'
import type { Room } from '../runtime/room.ts'
import { element } from './element.ts'
import { type ArticleFinder, findArticles } from './find-articles.ts'
import { holdsFocus } from './focus.ts'
import { redraw } from './redraw.ts'
import { quiet, row } from './view.ts'

type Offers = ArticleFinder & {
  section: HTMLElement
  /** The articles that stand there now. */
  standing(): string[]
}

/**
 * Articles that may answer what is being typed, below its field. They come and go without taking the focus.
 * @param read the reader chose one, by this button
 * @param nothing said where no article fits; silent without
 */
export function createOffers(
  room: Room,
  read: (article: Suggestion, chosen: HTMLElement) => void,
  nothing = '',
): Offers {
  const { texts } = room
  let articles: Suggestion[] = []
  const line = element('p', { class: 'quiet' })
  const list = element('ul', { class: 'rows' })
  const section = element(
    'section',
    { class: 'offers', 'aria-live': 'polite', 'aria-label': texts.suggestions },
    line,
    list,
  )
  section.hidden = true

  const offer = (article: Suggestion) => {
    const { articleId, title, excerpt, locale } = article
    const chosen = row(() => read(article, chosen), title, quiet(element('bdi', {}, excerpt)))
    chosen.lang = locale
    return element('li', { 'data-key': articleId }, chosen)
  }

  const finder = findArticles(room, (found, looked) => {
    // Whoever has gone on to the list reads it in peace.
    if (holdsFocus(list)) return
    articles = found
    line.textContent = found.length > 0 ? texts.suggestions : looked ? nothing : ''
    section.hidden = line.textContent === ''
    redraw(list, found.map(offer))
  })

  return { ...finder, section, standing: () => articles.map(({ articleId }) => articleId) }
}
