import { bandOf, type ScoredKind } from '@heed/contracts/survey-kinds'
import type { Delivery } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { titleId } from '../../ui/title-id.ts'
import type { Asking, Draft, Earlier, FollowUp } from './asking.ts'
import followUpCss from './follow-up.css?inline'
import { thanksOf } from './thanks.ts'

export const css = followUpCss

const title: typeof titleId = 'title'
const thanksMs = 5000

/** As long as nobody is asked again. A later prompt is another asking with an answer of its own. */
const draftMs = 7 * 86_400_000

export function findEarlier(room: PromptRoom, surveyId: string, atOnce: boolean): Earlier | undefined {
  const found = room.draft(`survey:${surveyId}`) as Draft | undefined
  const fresh = found?.answer && Math.abs(Date.now() - found.askedAt) < draftMs
  return fresh ? { ...found, saved: atOnce } : undefined
}

/**
 * The second half of a prompt: the field for more words, the button, and the last word. Draws itself below the question.
 * @param room with all words of a prompt
 */
export function followUp(room: PromptRoom, asking: Asking): FollowUp {
  const { texts, inline, announce } = room
  const { all, survey, question, answer, atOnce, element, earlier, later } = asking
  const askedAt = earlier?.saved ? earlier.askedAt : Date.now()
  const written = survey.kind === 'text'
  const draftName = `survey:${survey.id}`
  let waits = false
  let over = false
  let leaving: ReturnType<typeof setTimeout> | undefined

  const asked = element('bdi', { dir: question.dir })
  const comment = element('textarea', {
    id: 'comment',
    part: 'comment',
    maxlength: '5000',
    rows: '3',
    dir: 'auto',
    'aria-labelledby': written ? title : undefined,
    'data-start': written ? '' : undefined,
  })
  const optional = element('span', { class: 'quiet' }, `(${texts.optional})`)
  const label = written ? '' : element('label', { for: 'comment' }, asked, ' ', optional)
  const field = element('div', { class: 'more' }, label, comment)
  const button = element('button', { class: 'primary', part: 'send' }, texts.sendComment)
  const form = element('form', {}, field, button, atOnce ? undefined : later)
  const { thanks, link, say, ends } = thanksOf(asking, texts)

  comment.value = earlier?.comment ?? ''
  all.append(form, thanks)
  show()
  say(waits)
  comment.addEventListener('input', changed)
  form.addEventListener('submit', send)
  // A sandboxed frame without `allow-forms` submits none; the click is all there is.
  button.addEventListener('click', send)

  function ready() {
    return written ? comment.value.trim() : (answer.score ?? answer.choices?.[0]) !== undefined
  }

  /** Shows what can be said next. */
  function show() {
    const more = !written && ready() ? moreOf(asking, room) : ''
    asked.textContent = more
    field.hidden = !written && !more
    form.hidden = atOnce && !more
    button.disabled = !ready()
    thanks.hidden = !asking.saved || !form.hidden
    if (asking.saved) later?.remove()
    if (thanks.hidden) link?.remove()
    else ends()
  }

  function changed() {
    show()
    const begun = comment.value.trim() || (!atOnce && ready())
    const draft: Draft = { askedAt, answer, comment: comment.value }
    room.keepDraft(draftName, begun ? draft : undefined)
  }

  function chosen() {
    changed()
    if (!atOnce) return
    clearTimeout(leaving)
    if (thanks.hidden) return announce(`${texts.answerKept} ${asked.textContent}`)
    announce(thanks.textContent)
    leave()
  }

  function send(event: Event) {
    event.preventDefault()
    if (!ready()) return
    const said = comment.value.trim()
    // Words that were not sent stay the person's own.
    if (!atOnce || said) asking.save(said)
    room.keepDraft(draftName, undefined)
    end()
    leave()
  }

  function heard({ state }: Delivery) {
    // Another try changes nothing yet.
    if (over || state === 'sending') return
    if (state === 'rejected') return refuse()
    if (waits === (state === 'waiting')) return
    waits = !waits
    say(waits)
    if (!thanks.hidden) announce(thanks.textContent)
  }

  function refuse() {
    over = true
    thanks.textContent = texts.answerRefused
    link?.remove()
    if (!comment.value.trim()) {
      end()
      return leave()
    }
    // What was written stays to be copied, and nothing leaves by itself.
    clearTimeout(leaving)
    thanks.append(' ', texts.copyWords)
    comment.readOnly = true
    comment.setAttribute('aria-labelledby', title)
    end(comment)
  }

  /** Puts the last word in place of the question. */
  function end(...rest: Node[]) {
    const hadFocus = all.matches(':focus-within')
    thanks.id = title
    thanks.hidden = false
    all.replaceChildren(thanks, ...rest)
    if (!over) ends()
    if (hadFocus) thanks.focus()
    else announce(thanks.textContent)
  }

  /** Goes by itself, unless there is somewhere to go from here. */
  function leave() {
    clearTimeout(leaving)
    if (!inline && !link?.isConnected) leaving = setTimeout(room.close, thanksMs)
  }

  return {
    chosen,
    heard,
    stop() {
      over = true
      clearTimeout(leaving)
    },
  }
}

/** The second question, by what was answered to the first; empty where there is none. */
function moreOf({ survey: { kind }, question: { own }, answer }: Asking, { texts }: PromptRoom): string {
  const { followUp: wanted = {} } = own
  if (answer.score === undefined) return wanted.any ?? ''
  const band = bandOf(kind as ScoredKind, answer.score)
  return wanted[band] ?? wanted.any ?? (kind === 'nps' ? texts.followUp[band] : texts.more)
}
