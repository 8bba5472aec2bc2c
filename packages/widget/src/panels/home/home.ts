import type { Room } from '../../runtime/room.ts'
import { castVote } from '../../ui/cast-vote.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import { createOffers, type OfferedArticle } from '../../ui/offers.ts'
import panelCss from '../../ui/panel.css?inline'
import { readArticle } from '../../ui/read-article.ts'
import { addToDraft } from '../../ui/ticket-draft.ts'
import { head, main, quiet, row, rows, show } from '../../ui/view.ts'
import type { Votable } from '../../ui/votes.ts'

export const css = panelCss

/** The help panel: what is wanted here, what is found while one types, and where to go from here. */
export function mount(place: HTMLElement, room: Room): () => void {
  const { texts, go } = room
  const search = element('input', {
    type: 'search',
    part: 'field',
    placeholder: texts.searchLabel,
    'aria-label': texts.searchLabel,
    autocomplete: 'off',
    dir: 'auto',
    maxlength: '500',
    'data-start': '',
  })
  /** Of what is being searched for; what is searched for next is another request. */
  let requestId: string | undefined
  const nothing = { page: texts.searchHint, text: texts.nothingFound }
  const offers = createOffers(room, { kind: 'searched', read, vote, nothing })
  const { replies, answers } = room.unread()
  const fresh = (words: Parameters<typeof counted>[1], count: number, hint: string) =>
    quiet(count ? element('strong', {}, counted(room, words, count)) : hint)
  const body = main(
    search,
    offers.section,
    rows(
      row(() => ask(offers.standing(), []), texts.askTitle, quiet(texts.askHint)),
      row(() => go('ideas'), texts.ideasTitle, fresh(texts.newAnswers, answers, texts.ideasHint)),
      row(() => go('messages'), texts.messagesTitle, fresh(texts.newReplies, replies, texts.messagesHint)),
    ),
  )
  const view = [head(room, texts.helpTitle), body]
  search.addEventListener('input', look)
  place.replaceChildren(...view)
  look()

  function look() {
    requestId = search.value.trim() ? (requestId ?? room.newRequestId()) : undefined
    offers.look(search.value, requestId)
  }

  /** On to the form, with what was typed and read here. */
  function ask(offered: string[], articlesRead: string[]) {
    addToDraft(room, { text: search.value, offered, read: articlesRead })
    go('ticket')
  }

  function read(article: OfferedArticle, chosen: HTMLElement) {
    readArticle(place, room, {
      article,
      text: search.value,
      requestId,
      back: () => show(place, view, chosen),
      further: () => ask(offers.standing(), [article.articleId]),
    })
  }

  function vote(idea: Votable, chosen: HTMLElement) {
    castVote(place, room, idea, { requestId, back: () => show(place, view, chosen) })
  }

  return () => {
    offers.stop()
    place.replaceChildren()
  }
}
