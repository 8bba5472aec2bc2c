import type { SurveyConfig } from '../../loader/link.ts'
import type { Delivery } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { titleId } from '../../ui/title-id.ts'
import { isScored, type Question, questionOf } from './question.ts'
import { radioGroup } from './radios.ts'
import { scale } from './scale.ts'
import { type Answer, dismissPrompt, recordExposure, submitResponse } from './submit-response.ts'
import surveyCss from './survey.css?inline'
import type { Given, Way, WayOptions, WaysModule } from './way.ts'

// Plain DOM, like the launcher: Preact weighs more than everything else up to the first prompt together.

export const css = surveyCss

/** An answer that was begun, or one that was saved without its comment; kept across close and reload. */
type Draft = { askedAt: number; answer: Answer; comment: string }

const thanksMs = 5000

/** As long as nobody is asked again. A later prompt is another asking with an answer of its own. */
const draftMs = 7 * 86_400_000

/** Id of what explains the options: the ends of the scale, the idea, or how many may be chosen. */
const aboutId = 'about'

/** Kinds whose way of answering is a download of its own. */
export const needsWays = (kind: SurveyConfig['kind']) => !['nps', 'csat', 'ces', 'text'].includes(kind)

/**
 * One question of a survey. Scores and single choices are saved the moment they are chosen, the rest by its button.
 * @param ways of answering, where the kind needs them
 */
export function mount(place: HTMLElement, room: PromptRoom, survey: SurveyConfig, ways?: WaysModule): () => void {
  const { texts, inline, announce } = room
  const { id: surveyId, kind } = survey
  const question = questionOf(survey, room)
  const written = kind === 'text'
  const atOnce = isScored(kind) || kind === 'single_choice'

  const draftName = `survey:${surveyId}`
  const found = room.draft(draftName) as Draft | undefined
  const kept = found?.answer && Math.abs(Date.now() - found.askedAt) < draftMs ? found : undefined
  // Saved already, it goes on under its ids; only begun, it is asked anew.
  let saved = atOnce && kept !== undefined
  const { exposureId, responseId } = saved && kept ? kept.answer : newIds(room)
  const answer: Answer = { ...kept?.answer, surveyId, exposureId, responseId }
  const askedAt = saved && kept ? kept.askedAt : Date.now()
  let sent = false
  let later = false
  let over = false
  let leaving: ReturnType<typeof setTimeout> | undefined

  const way = wayOf({ survey, question, room, radioGroup, element, onGiven: choose }, ways)
  const followUp = element('bdi', { dir: question.dir })
  const comment = element('textarea', {
    id: 'comment',
    part: 'comment',
    maxlength: '5000',
    rows: '3',
    dir: 'auto',
    'aria-labelledby': written ? titleId : undefined,
    'data-start': written ? '' : undefined,
  })
  const optional = element('span', { class: 'quiet' }, `(${texts.optional})`)
  const label = written ? '' : element('label', { for: 'comment' }, followUp, ' ', optional)
  const field = element('div', { class: 'more' }, label, comment)
  const button = element('button', { class: 'primary', part: 'send' }, texts.sendComment)
  const form = element('form', {}, field, button)
  const thanks = element('p', { class: 'thanks', part: 'thanks', tabindex: '-1' })
  const all = element('div', { class: 'survey' }, ...partsOf(survey, question, room, way), form, thanks)

  comment.value = kept?.comment ?? ''
  way?.show(answer)
  show()
  thank()
  place.append(all)
  comment.addEventListener('input', changed)
  form.addEventListener('submit', send)
  // A sandboxed frame without `allow-forms` submits none; the click is all there is.
  button.addEventListener('click', send)
  if (!saved) recordExposure(room, surveyId, exposureId)
  // In an element of the host page it is read in its turn, like the rest of the page.
  if (!inline) announce(`${question.asked} ${question.idea ?? ''} ${texts.promptHint}`)

  function ready() {
    return written ? comment.value.trim() : (answer.score ?? answer.choices?.[0]) !== undefined
  }

  /** Shows what can be said next. */
  function show() {
    const more = !written && ready() ? question.followUp(answer) : ''
    followUp.textContent = more
    field.hidden = !written && !more
    form.hidden = atOnce && !more
    button.disabled = !ready()
    thanks.hidden = !saved || !form.hidden
  }

  function changed() {
    show()
    const begun = comment.value.trim() || (!atOnce && ready())
    room.keepDraft(draftName, begun ? ({ askedAt, answer, comment: comment.value } satisfies Draft) : undefined)
  }

  function choose(given: Given) {
    Object.assign(answer, given)
    if (atOnce) save()
    changed()
    if (!atOnce) return
    clearTimeout(leaving)
    if (thanks.hidden) return announce(`${texts.answerKept} ${followUp.textContent}`)
    announce(thanks.textContent)
    leave()
  }

  function save() {
    saved = true
    const said = comment.value.trim()
    // Words that were not sent stay the person's own.
    submitResponse(room, { ...answer, ...(sent && said && { comment: said }) }, follow)
  }

  function send(event: Event) {
    event.preventDefault()
    if (!ready()) return
    sent = true
    if (!atOnce || comment.value.trim()) save()
    room.keepDraft(draftName, undefined)
    end()
    leave()
  }

  function follow({ state }: Delivery) {
    // Another try changes nothing yet.
    if (over || state === 'sending') return
    if (state === 'rejected') return refuse()
    const waits = state === 'waiting'
    if (waits === later) return
    later = waits
    thank()
    if (!thanks.hidden) announce(thanks.textContent)
  }

  function thank() {
    thanks.textContent = later ? texts.thanksLater : texts.thanks
  }

  function refuse() {
    over = true
    thanks.textContent = texts.answerRefused
    if (!comment.value.trim()) {
      end()
      return leave()
    }
    // What was written stays to be copied, and nothing leaves by itself.
    clearTimeout(leaving)
    thanks.append(' ', texts.copyWords)
    comment.readOnly = true
    comment.setAttribute('aria-labelledby', titleId)
    end(comment)
  }

  /** Puts the last word in place of the question. */
  function end(...rest: Node[]) {
    const hadFocus = place.matches(':focus-within')
    thanks.id = titleId
    thanks.hidden = false
    all.replaceChildren(thanks, ...rest)
    if (hadFocus) thanks.focus()
    else announce(thanks.textContent)
  }

  function leave() {
    clearTimeout(leaving)
    if (!inline) leaving = setTimeout(room.close, thanksMs)
  }

  return () => {
    over = true
    clearTimeout(leaving)
    way?.stop?.()
    // Whoever leaves the page of the host has closed nothing.
    if (!saved && !inline) dismissPrompt(room, exposureId)
    place.replaceChildren()
  }
}

const newIds = ({ newId }: PromptRoom) => ({ exposureId: newId('exposure'), responseId: newId('response') })

/** Who asks and for how long, the question, and the options with what explains them. */
function partsOf({ kind }: SurveyConfig, { asked, dir, idea, ends }: Question, room: PromptRoom, way: Way | undefined) {
  const { texts, workspaceName } = room
  const hint = kind === 'multiple_choice' && element('p', { class: 'quiet' }, texts.chooseAny)
  const about =
    (ends && element('div', { class: 'ends quiet' }, ...ends.map((end) => element('span', {}, end)))) ||
    (idea && element('blockquote', { class: 'quote', part: 'idea', dir: 'auto' }, idea)) ||
    hint ||
    undefined
  way?.part.setAttribute('aria-labelledby', titleId)
  if (about) {
    about.id = aboutId
    way?.part.setAttribute('aria-describedby', aboutId)
  }
  return [
    element(
      'div',
      { class: 'ask' },
      element('p', { class: 'quiet' }, `${workspaceName} · ${kind === 'text' ? texts.effortText : texts.effort}`),
      element('h2', { id: titleId, part: 'question' }, element('bdi', { dir }, asked)),
    ),
    ...(ends ? [way?.part, about] : [about, way?.part]),
  ]
}

/** How the kind is answered; open text by its field alone. */
function wayOf(options: WayOptions, ways: WaysModule | undefined): Way | undefined {
  const { kind } = options.survey
  switch (kind) {
    case 'nps':
    case 'csat':
    case 'ces':
      return scale(kind, options)
    case 'text':
      return undefined
    case 'rating':
    case 'reaction':
    case 'single_choice':
    case 'multiple_choice':
      return ways?.wayOf(options)
  }
}
