import type { SurveyConfig } from '../../loader/link.ts'
import type { Delivery } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { titleId } from '../../ui/title-id.ts'
import type { Asking, FollowUp, FollowUpParts } from './asking.ts'
import { type Question, questionOf } from './question.ts'
import { radioGroup } from './radios.ts'
import { scale } from './scale.ts'
import { dismissPrompt, recordExposure, submitResponse } from './submit-response.ts'
import surveyCss from './survey.css?inline'
import type { Given, Way, WayOptions, WaysModule } from './way.ts'

// Plain DOM, like the launcher: Preact weighs more than everything else up to the first prompt together.

export const css = surveyCss

/** What did not come is fetched anew after so long, while the question stands. */
const againMs = 1000
/** How long an answered question waits for it. */
const leaveMs = 10_000

/** Id of what explains the options: the ends of the scale, the idea, or how many may be chosen. */
const aboutId = 'about'

/** What of a prompt is not in the runtime. */
export type Parts = {
  ways: WaysModule | undefined
  /** What comes after the answer, where it is there already. */
  followUp: FollowUpParts | undefined
  /** Left out: a new one. */
  exposureId?: string | undefined
  fetchFollowUp(): Promise<FollowUpParts>
}

type Kind = SurveyConfig['kind']

/** Kinds that are answered by a plain row of numbers. */
const isPlain = (kind: Kind): kind is 'nps' | 'csat' | 'ces' => ['nps', 'csat', 'ces'].includes(kind)

/**
 * Longer than a frame takes, on a slow phone too: what is fetched while a prompt is drawn keeps the browser from showing it.
 * A timer, because a page that nobody looks at has no frames.
 */
export const frameMs = 100

/** Kinds whose way of answering is a download of its own. Open text is answered by its field alone. */
export const needsWays = (kind: Kind) => !isPlain(kind) && kind !== 'text'

/** Whether the answer is saved by a button, which is needed from the start. */
export const hasButton = (kind: Kind) => kind === 'text' || kind === 'multiple_choice'

/** Name of the draft that is kept of an answer. */
export const draftName = (surveyId: string) => `survey:${surveyId}`

/**
 * One question of a survey. Scores and single choices are saved the moment they are chosen, the rest by its button. What
 * comes after that (`follow-up.ts`) is fetched once the question is on the screen.
 */
export function mount(place: HTMLElement, room: PromptRoom, survey: SurveyConfig, parts: Parts): () => void {
  const { texts, inline, announce, close } = room
  const { id: surveyId, kind } = survey
  const question = questionOf(survey, room)
  const atOnce = !hasButton(kind)

  const earlier = parts.followUp?.findEarlier(room, surveyId, atOnce)
  const { exposureId, responseId } = earlier?.saved ? earlier.answer : newIds(room, parts)
  let wantsLater = false
  let over = false
  let leaving: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let came = parts.followUp
  let rest: FollowUp | undefined
  let delivery: Delivery | undefined

  const given: WayOptions = { survey, question, room, radioGroup, scale, element, onGiven: choose }
  const way = isPlain(kind) ? scale(kind, given) : parts.ways?.wayOf(given)
  const later =
    inline || earlier?.saved ? undefined : element('button', { type: 'button', class: 'later' }, texts.later)
  const all = element('div', { class: 'survey' }, ...partsOf(survey, question, room, way), later)
  const asking: Asking = {
    all,
    survey,
    question,
    atOnce,
    element,
    later,
    earlier,
    answer: { ...earlier?.answer, surveyId, exposureId, responseId },
    saved: !!earlier?.saved,
    save(comment) {
      asking.saved = true
      submitResponse(room, survey, { ...asking.answer, ...(comment && { comment }) }, (told) => {
        delivery = told
        rest?.heard(told)
      })
    },
  }

  way?.show(asking.answer)
  later?.addEventListener('click', () => {
    wantsLater = true
    close()
  })
  goOn()
  place.append(all)
  if (!asking.saved) recordExposure(room, survey, exposureId)
  // In an element of the host page it is read in its turn, like the rest of the page.
  if (!inline) announce(`${question.asked} ${way?.about?.textContent ?? ''} ${texts.promptHint}`)
  if (!came) again = setTimeout(fetchRest, frameMs)

  function fetchRest() {
    parts
      .fetchFollowUp()
      .then((fetched) => {
        came = fetched
        goOn()
      })
      .catch(() => {
        if (!over) again = setTimeout(fetchRest, againMs)
      })
  }

  /** Draws what comes after the answer, once there is one or its button is needed. */
  function goOn() {
    if (over || !came || (atOnce && !asking.saved)) return
    clearTimeout(leaving)
    rest = came.followUp({ ...room, texts: came.texts }, asking)
    if (asking.saved && !earlier) rest.chosen()
    if (delivery) rest.heard(delivery)
  }

  function choose(given: Given) {
    Object.assign(asking.answer, given)
    if (atOnce) asking.save()
    if (rest) return rest.chosen()
    if (came) return goOn()
    clearTimeout(leaving)
    // The answer is safe, and nothing more can be said of it.
    if (!inline) leaving = setTimeout(close, leaveMs)
  }

  return () => {
    over = true
    clearTimeout(leaving)
    clearTimeout(again)
    rest?.stop()
    way?.stop?.()
    // Whoever leaves the page of the host has closed nothing.
    if (!asking.saved && !inline) dismissPrompt(room, surveyId, exposureId, wantsLater)
    place.replaceChildren()
  }
}

const newIds = ({ newId }: PromptRoom, { exposureId = newId('exp') }: Parts) => ({
  exposureId,
  responseId: newId('rsp'),
})

/** Who asks and for how long, the question, and the options with what explains them. */
function partsOf({ kind }: SurveyConfig, { asked, dir, ends }: Question, room: PromptRoom, way: Way | undefined) {
  const { texts, workspaceName } = room
  const about = ends
    ? element('div', { class: 'ends quiet' }, ...ends.map((end) => element('span', {}, end)))
    : way?.about
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
