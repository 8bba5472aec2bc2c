import type { SurveyDefinition } from '@heed/contracts'

/** The definition within something that holds more, such as a survey as the server sends it. */
export const definitionOf = (survey: SurveyDefinition): SurveyDefinition => ({
  name: survey.name,
  kind: survey.kind,
  form: survey.form,
  texts: survey.texts,
  trigger: survey.trigger,
  targeting: survey.targeting,
  sampling: survey.sampling,
  repeatAfterDays: survey.repeatAfterDays,
  priority: survey.priority,
  schedule: survey.schedule,
  alerts: survey.alerts,
})

/** Whether both ask the same of the same people. A store may give the keys of an object back in another order. */
export const isSame = (a: unknown, b: unknown): boolean => written(a) === written(b)

const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))

const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path such as `texts.de.question`; undefined where nothing does. */
export const valueAt = (definition: SurveyDefinition, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      definition,
    )

/** The record with a value under a key, or without the key where there is none: left out is not the same as empty. */
export function put<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...record, [key]: value }
  const { [key]: _, ...rest } = record
  return rest as T
}
