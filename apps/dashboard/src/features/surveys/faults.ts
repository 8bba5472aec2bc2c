import type { SurveyDefinition } from '@heed/contracts'
import { ApiProblem } from '../../api.ts'
import { isSame, valueAt } from './definition.ts'
import type { Fault } from './form/builder-context.ts'

/** What a refusal says of single fields; none where it is about something else. */
export const faultsOf = (error: unknown): readonly Fault[] =>
  error instanceof ApiProblem && (error.code === 'survey_incomplete' || error.code === 'invalid_input')
    ? error.fields
    : []

/** Faults that still stand: a field that was changed since has answered its own. */
export const standing = (faults: readonly Fault[], then: SurveyDefinition, now: SurveyDefinition): readonly Fault[] =>
  faults.filter(({ field }) => isSame(valueAt(then, field), valueAt(now, field)))

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`)

/** Whether a fault is about the field at a path, or about something within it. */
export const isAbout = ({ field }: Fault, path: string): boolean => isWithin(field, path)

/** What to say at the field of a path, one sentence each. A field that holds others passes their faults on to them. */
export const saidAt = (faults: readonly Fault[], path: string): string[] =>
  faults.filter(({ field }) => field === path).map(({ message }) => sentence(message))

/** Messages begin as a predicate ("must not be empty") or as a sentence of their own. */
export const sentence = (message: string): string => {
  const whole = message.charAt(0).toLocaleUpperCase() + message.slice(1)
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}

/** In which language the first fault of a prompt's words is; null where the words are not at fault. */
export const languageOf = (faults: readonly Fault[]): string | null =>
  faults.map(({ field }) => /^texts\.([^.]+)/.exec(field)?.[1]).find((language) => language !== undefined) ?? null

/**
 * The element to go to for a fault: that of its own field, else of the nearest that holds it or stands within it.
 * Elements name their field in `data-field`.
 */
export function placeOf({ field }: Fault, within: ParentNode): HTMLElement | null {
  const places = [...within.querySelectorAll<HTMLElement>('[data-field]')]
  const nearest = places
    .filter(({ dataset }) => isWithin(field, dataset.field ?? ''))
    .sort((a, b) => (b.dataset.field ?? '').length - (a.dataset.field ?? '').length)
  return nearest[0] ?? places.find(({ dataset }) => isWithin(dataset.field ?? '', field)) ?? null
}
