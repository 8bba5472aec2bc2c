import type { Suggestion } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import { createOffers } from '../../ui/offers.ts'
import panelCss from '../../ui/panel.css?inline'
import { readArticle } from '../../ui/read-article.ts'
import { addToDraft } from '../../ui/ticket-draft.ts'
import { head, main, quiet, row, rows, show } from '../../ui/view.ts'

export const css = panelCss

/** The help panel: articles found while one types, and where to go from here. */
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
  const offers = createOffers(room, read, texts.nothingFound)
  const unread = room.unread()
  const messages = unread ? element('strong', {}, counted(room, texts.newReplies, unread)) : texts.messagesHint
  const body = main(
    search,
    offers.section,
    rows(
      row(() => ask(offers.standing(), []), texts.askTitle, quiet(texts.askHint)),
      row(() => go('ideas'), texts.ideasTitle, quiet(texts.ideasHint)),
      row(() => go('messages'), texts.messagesTitle, quiet(messages)),
    ),
  )
  const view = [head(room, texts.helpTitle), body]
  body.classList.add('short')
  search.addEventListener('input', () => offers.look(search.value))
  place.replaceChildren(...view)

  /** On to the form, with what was typed and read here. */
  function ask(offered: string[], articlesRead: string[]) {
    addToDraft(room, { text: search.value, offered, read: articlesRead })
    go('ticket')
  }

  function read(article: Suggestion, chosen: HTMLElement) {
    readArticle(place, room, {
      article,
      text: search.value,
      back: () => show(place, view, chosen),
      further: () => ask(offers.standing(), [article.articleId]),
      solved() {},
    })
  }

  return () => {
    offers.stop()
    place.replaceChildren()
  }
}
