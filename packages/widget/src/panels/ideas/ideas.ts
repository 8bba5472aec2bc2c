import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import panelCss from '../../ui/panel.css?inline'
import { button, done, foot, head, loadFailed, quiet, reader, refill, show } from '../../ui/view.ts'
import { waitingItem } from '../../ui/waiting-item.ts'
import { type Board, loadBoard, markAnswersRead } from './board.ts'
import { ideaItem } from './idea-item.ts'
import ideasCss from './ideas.css?inline'
import { suggestIdea } from './suggest-idea.ts'

export const css = panelCss

/** What others wish for, with a vote for each, and a form for one's own wish. */
export function mount(place: HTMLElement, room: Room): () => void {
  const { texts } = room
  room.adopt(ideasCss)
  let board: Board | undefined
  let gone = false
  const body = reader()
  const fault = element('p', { class: 'alarm', role: 'alert' })
  const suggest = button('primary', texts.suggestIdea, () => suggestIdea(place, room, board?.ideas ?? [], back))
  const view = [head(room, texts.ideasTitle, () => room.go('help')), body, foot(suggest)]

  place.replaceChildren(...view)
  void load()

  async function load() {
    refill(body, quiet(texts.loading))
    board = await loadBoard(room)
    if (gone) return
    draw()
    if (board) markAnswersRead(room, board.ideas)
  }

  function draw() {
    if (!board) return refill(body, loadFailed(room, load))
    const { ideas, unsent } = board
    if (ideas.length + unsent.length === 0) return refill(body, done(texts.noIdeas))
    const complain = (words: string) => {
      fault.textContent = words
    }
    const items = [
      ...unsent.map((title) => waitingItem(room, title)),
      ...ideas.map((idea) => ideaItem(room, idea, complain)),
    ]
    refill(body, fault, element('ul', { class: 'rows' }, ...items))
  }

  /** On the board again, which may hold a new idea now, and has other votes. */
  function back(fresh: boolean) {
    show(place, view, suggest)
    if (fresh) void load()
    else draw()
  }

  return () => {
    gone = true
    place.replaceChildren()
  }
}
