import type { NpsGroup } from '@heed/contracts'
import type { SurveyConfig } from '../../loader/link.ts'
import type { Texts } from '../../locales/texts.ts'
import { titleId } from '../../runtime/frame.ts'
import type { Delivery } from '../../runtime/outbox.ts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { npsScale } from './scale.ts'
import { dismissPrompt, recordExposure, submitResponse } from './submit-response.ts'
import surveyCss from './survey.css?inline'

// Plain DOM, like the tab: Preact weighs more than everything else up to the first prompt together.

export const css = surveyCss

/** A given answer whose comment was not sent, kept across close and reload. */
type Draft = { askedAt: number; exposureId: string; responseId: string; score?: number; comment?: string }

const thanksMs = 5000

/** As long as nobody is asked again. A later prompt is another asking with an answer of its own. */
const draftMs = 7 * 86_400_000

/** Promoter 9–10, passive 7–8, detractor 0–6. */
const groupOf = (score: number): NpsGroup => (score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor')

/** One question of a survey, answered the moment a score is chosen. */
export function mount(place: HTMLElement, room: Room, survey: SurveyConfig): () => void {
  const { texts, locale } = room
  const own = survey.texts[locale.tag] ?? survey.texts[locale.language] ?? {}
  const draftName = `survey:${survey.id}`
  const found = room.draft(draftName) as Draft | undefined
  const kept = found && Date.now() - found.askedAt < draftMs ? found : undefined
  const draft: Draft = kept ?? {
    askedAt: Date.now(),
    exposureId: room.newId('exposure'),
    responseId: room.newId('response'),
  }
  let sent = false
  let later = false
  let gone = false
  let ended: HTMLElement | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined

  const question = own.question ?? room.fill(texts.npsQuestion, { name: room.workspaceName })
  const scale = npsScale({ dir: locale.dir, labelledBy: titleId, describedBy: 'ends', onChoose: choose })
  const followUp = element('span', { id: 'follow-up' })
  const comment = element('textarea', { id: 'comment', maxlength: '5000', rows: '3', dir: 'auto' })
  const form = element(
    'form',
    { class: 'follow' },
    element('label', { for: 'comment' }, followUp, ' ', element('span', { class: 'quiet' }, `(${texts.optional})`)),
    comment,
    element('button', { class: 'primary' }, texts.sendComment),
  )
  form.hidden = true
  const asked = element(
    'div',
    {},
    element(
      'div',
      { class: 'ask' },
      element('p', { class: 'quiet' }, `${room.workspaceName} · ${texts.npsEffort}`),
      element('h2', { id: titleId }, question),
    ),
    scale.group,
    element(
      'div',
      { class: 'ends quiet', id: 'ends' },
      element('span', {}, `0 = ${texts.npsLow}`),
      element('span', {}, `10 = ${texts.npsHigh}`),
    ),
    form,
  )
  place.append(asked)

  if (!kept) recordExposure(room, survey.id, draft.exposureId)
  if (draft.score !== undefined) showScore(draft.score)
  comment.value = draft.comment ?? ''
  comment.addEventListener('input', () => {
    draft.comment = comment.value
    keep()
  })
  form.addEventListener('submit', send)
  room.announce(`${question} ${texts.promptHint}`)

  function keep() {
    room.keepDraft(draftName, draft.comment?.trim() ? draft : undefined)
  }

  function choose(score: number) {
    if (draft.score === score) return
    draft.score = score
    showScore(score)
    keep()
    submitResponse(room, answer(score), follow)
    room.announce(`${texts.scoreKept} ${followUp.textContent}`)
  }

  function showScore(score: number) {
    const group = groupOf(score)
    scale.mark(score)
    followUp.textContent = own.followUp?.[group] ?? standardFollowUp(texts, group)
    form.hidden = false
  }

  function answer(score: number) {
    const said = comment.value.trim()
    const { exposureId, responseId } = draft
    // Words that were not sent stay the person's own.
    return { surveyId: survey.id, exposureId, responseId, score, ...(sent && said && { comment: said }) }
  }

  function send(event: Event) {
    event.preventDefault()
    if (draft.score === undefined) return
    sent = true
    if (comment.value.trim()) submitResponse(room, answer(draft.score), follow)
    draft.comment = ''
    keep()
    end(later ? texts.thanksLater : texts.thanks)
  }

  function follow({ state }: Delivery) {
    if (gone) return
    later = state === 'waiting'
    if (state === 'rejected') end(texts.answerRefused)
    else if (ended) ended.textContent = later ? texts.thanksLater : texts.thanks
  }

  /** Puts the last word in place of the question and leaves after a while. */
  function end(words: string) {
    clearTimeout(leaving)
    ended = element('h2', { id: titleId, class: 'thanks', tabindex: '-1' }, words)
    const hadFocus = place.matches(':focus-within')
    place.replaceChildren(ended)
    if (hadFocus) ended.focus()
    else room.announce(words)
    leaving = setTimeout(room.close, thanksMs)
  }

  return () => {
    gone = true
    clearTimeout(leaving)
    scale.stop()
    if (draft.score === undefined) dismissPrompt(room, draft.exposureId)
    place.replaceChildren()
  }
}

function standardFollowUp(texts: Texts, group: NpsGroup): string {
  switch (group) {
    case 'promoter':
      return texts.npsPromoter
    case 'passive':
      return texts.npsPassive
    case 'detractor':
      return texts.npsDetractor
  }
}
