import type { Article, NewArticleReading, NewDeflection, NewVerdict } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import type { Reading } from '../../ui/further.ts'
import { button, done, foot, head, leave, loadFailed, main, quiet, reader, refill, show } from '../../ui/view.ts'
import { articleText } from './article.ts'

/** An article in place of what stood there, and the question whether it helped. */
export function readArticle(place: HTMLElement, room: Room, reading: Reading): void {
  const { texts } = room
  const { articleId, title, locale } = reading.article
  const body = reader()
  const end = foot(
    ...(reading.solved ? whileAsking(place, room, reading, reading.solved) : whileReading(room, reading)),
  )
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
    noteReading(room, reading)
  }

  const titled = head(room, title, reading.back)
  titled.lang = locale
  show(place, [titled, body, end])
  void load()
}

/** The end of an article for whoever writes a question: it is answered, or goes on. */
function whileAsking(place: HTMLElement, room: Room, reading: Reading, solved: () => void): Node[] {
  const { texts } = room
  return [
    button('primary', texts.solved, () => {
      recordDeflection(room, reading)
      solved()
      show(place, [head(room, texts.helpTitle), main(done(texts.deflected, leave(room)))])
    }),
    button('plain', texts.notSolved, () => {
      noteReading(room, reading, false)
      reading.further()
    }),
  ]
}

/** The end of an article for whoever came to read: one word whether it helped, and thanks for it. */
function whileReading(room: Room, reading: Reading): Node[] {
  const { texts } = room
  const box = element('div', { class: 'verdict', tabindex: '-1' })
  const say = (helped: boolean, ...thanks: Node[]) => {
    const verdict: Omit<NewVerdict, 'ageMs'> = { helped }
    void room.send(`articles/${reading.article.articleId}/verdict`, verdict)
    refill(box, ...thanks)
  }
  box.append(
    element('span', {}, texts.didThisHelp),
    button('plain', texts.yes, () => {
      // What was searched for is learned from as well.
      if (reading.text.trim()) recordDeflection(room, reading)
      say(true, element('span', { role: 'status' }, texts.deflected))
    }),
    button('plain', texts.no, () => {
      noteReading(room, reading, false)
      say(false, element('span', { role: 'status' }, texts.notHelped), button('plain', texts.askTitle, reading.further))
    }),
  )
  return [box]
}

/** Tells what became of an article within a request; where none is kept, nothing is told. */
function noteReading(room: Room, { article, requestId }: Reading, helped?: false): void {
  if (!requestId) return
  const read: Omit<NewArticleReading, 'ageMs'> = { articleId: article.articleId, ...(helped === false && { helped }) }
  void room.send(`requests/${requestId}/readings`, read)
}

/** Ends the request with an article that solved it. */
function recordDeflection(room: Room, { article, text, requestId }: Reading): void {
  const { articleId } = article
  const deflection: Omit<NewDeflection, 'ageMs'> = {
    articleId,
    text: text.trim().slice(0, 5000),
    page: room.page(),
    ...(requestId && { requestId }),
  }
  void room.send(`deflections/${room.newId('dfl')}`, deflection)
  room.emit('deflection', { articleId })
}
