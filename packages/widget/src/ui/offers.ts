import type { RequestKind, Suggestion } from '@heed/contracts'
import type { HelpRoom } from '../runtime/room.ts'
import { element } from './element.ts'
import { type Finder, type Found, findSuggestions } from './find-suggestions.ts'
import { holdsFocus } from './focus.ts'
import { ideaState } from './idea-state.ts'
import { counted } from './in-words.ts'
import { redraw } from './redraw.ts'
import { quiet, row } from './view.ts'
import { type Votable, voteButton } from './vote-button.ts'

export type OfferedArticle = Extract<Suggestion, { articleId: string }>
export type OfferedIdea = Extract<Suggestion, { ideaId: string }>

type Offers = Finder & {
  section: HTMLElement
  /** The articles that stand there now. */
  standing(): string[]
}

type Choices = {
  kind: RequestKind
  /** The reader chose an article, by this button. */
  read(article: OfferedArticle, chosen: HTMLElement): void
  /** The reader wants what that idea wants. */
  vote(idea: Votable, chosen: HTMLElement): void
  /** Said where there is nothing: for the text, and for the page before there is one. Silent without. */
  nothing?: Record<Found['by'], string>
}

/**
 * What may answer what is being typed: articles, known issues and ideas in one list, below its field. They come and go
 * in room that is kept for them, without taking the focus.
 */
export function createOffers(room: HelpRoom, { kind, read, vote, nothing = { page: '', text: '' } }: Choices): Offers {
  const { texts } = room
  let items: Suggestion[] = []
  const line = element('p', { class: 'quiet' })
  const list = element('ul', { class: 'rows' })
  const section = element('section', { class: 'offers', 'aria-label': texts.suggestions }, line, list)

  const article = (offered: OfferedArticle) => {
    const { articleId, title, excerpt, locale, why } = offered
    const mark = offered.kind === 'known_issue' ? `${texts.knownIssue} · ` : ''
    const reason = why.kind === 'solved' ? counted(room, texts.solvedLike, why.requests) : element('bdi', {}, excerpt)
    const chosen = row(() => read(offered, chosen), title, quiet(mark, reason))
    // What is said about it is in the reader's language.
    for (const words of chosen.querySelectorAll('bdi')) words.lang = locale
    return element('li', { 'data-key': articleId }, chosen)
  }

  const idea = ({ ideaId: id, title, state, votes, voted, locale }: OfferedIdea) => {
    const offered = { id, title, state, votes, voted }
    const { button } = voteButton(room, offered, () => vote(offered, button))
    const named = element('bdi', { lang: locale }, title)
    const about = quiet([texts.ideaOffered, ideaState(room, state)].filter(Boolean).join(' · '))
    return element('li', { class: 'idea row', 'data-key': id }, button, element('div', {}, named, about))
  }

  const keys = () => [...list.children].map((item) => (item as HTMLElement).dataset.key).join()

  const finder = findSuggestions(room, kind, (found) => {
    // Whoever has gone on to the list reads it in peace.
    if (holdsFocus(list)) return
    const before = keys()
    items = found.items
    const titles = { page: texts.pageSuggestions, text: texts.suggestions }
    line.textContent = (items.length > 0 ? titles : nothing)[found.by]
    redraw(
      list,
      items.map((item) => (item.kind === 'idea' ? idea(item) : article(item))),
    )
    if (keys() === before && items.length > 0) return
    // Before anybody typed, nobody asked.
    if (found.by === 'text') room.announce(items.length > 0 ? counted(room, texts.found, items.length) : nothing.text)
  })

  return {
    ...finder,
    section,
    standing: () => items.flatMap((item) => (item.kind === 'idea' ? [] : [item.articleId])),
  }
}
