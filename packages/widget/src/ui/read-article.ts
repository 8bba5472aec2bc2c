import type { Article, NewDeflection, Suggestion } from '@heed/contracts'
import type { Room } from '../runtime/room.ts'
import { articleText } from './article.ts'
import { button, done, foot, head, leave, loadFailed, main, quiet, reader, refill, show } from './view.ts'

type Reading = {
  article: Suggestion
  /** What the reader had typed. */
  text: string
  back(): void
  /** The article does not help. */
  further(): void
  /** It does; nothing more is asked of us. */
  solved(): void
}

/** An article in place of what stood there, and the question whether it helped. */
export function readArticle(place: HTMLElement, room: Room, reading: Reading): void {
  const { texts } = room
  const { articleId, title, locale } = reading.article
  const solved = () => {
    recordDeflection(room, articleId, reading.text)
    reading.solved()
    show(place, [head(room, texts.helpTitle), main(done(texts.deflected, leave(room)))])
  }

  const body = reader()
  const end = foot(button('primary', texts.solved, solved), button('plain', texts.notSolved, reading.further))
  end.hidden = true

  const load = async () => {
    refill(body, quiet(texts.loading))
    const answer = await room.ask<Article>(`articles/${articleId}`)
    if (answer.kind !== 'ok') return refill(body, loadFailed(room, load))
    const text = articleText(answer.value.body)
    text.lang = answer.value.locale
    text.dir = 'auto'
    refill(body, text)
    end.hidden = false
  }

  const titled = head(room, title, reading.back)
  titled.lang = locale
  show(place, [titled, body, end])
  void load()
}

/** Ends the request with an article that solved it. */
function recordDeflection(room: Room, articleId: string, text: string): void {
  const deflection: Omit<NewDeflection, 'ageMs'> = { articleId, text: text.trim().slice(0, 5000), page: room.page() }
  void room.send(`deflections/${room.newId('deflection')}`, deflection)
  room.emit('deflection', { articleId })
}
