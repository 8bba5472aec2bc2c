import type { Panel } from '@heed/contracts'
import type { HelpRoom } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import { createOffers, type OfferedArticle } from '../../ui/offers.ts'
import { openOffered } from '../../ui/open-offered.ts'
import panelCss from '../../ui/panel.css?inline'
import { addToDraft } from '../../ui/ticket-draft.ts'
import { head, main, quiet, row, rows, show } from '../../ui/view.ts'
import type { Votable } from '../../ui/vote-button.ts'

export const css = panelCss

/** The help panel: what is wanted here, what is found while one types, and where to go from here. */
export function mount(place: HTMLElement, room: HelpRoom): () => void {
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
  const way = (panel: Panel, title: string, about: Node) => {
    const made = row(() => go(panel), title, about)
    for (const type of ['pointerenter', 'focus']) made.addEventListener(type, () => room.ahead(panel))
    return made
  }
  const body = main(
    search,
    offers.section,
    rows(
      row(() => ask(offers.standing(), []), texts.askTitle, quiet(texts.askHint)),
      way('ideas', texts.ideasTitle, fresh(texts.newAnswers, answers, texts.ideasHint)),
      way('messages', texts.messagesTitle, fresh(texts.newReplies, replies, texts.messagesHint)),
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
    const back = () => show(place, view, chosen)
    openOffered(place, room, article.title, back, ({ readArticle }) =>
      readArticle(place, {
        article,
        text: search.value,
        requestId,
        back,
        further: () => ask(offers.standing(), [article.articleId]),
      }),
    )
  }

  function vote(idea: Votable, chosen: HTMLElement) {
    const back = () => show(place, view, chosen)
    openOffered(place, room, texts.ideasTitle, back, ({ castVote }) => castVote(place, idea, { requestId, back }))
  }

  return () => {
    offers.stop()
    place.replaceChildren()
  }
}
