import { type SurveyDefinition, scoreRange } from '@heed/contracts'

/** What is wrong, by the path of its field such as `form.options`. */
export type Fault = { field: string; message: string }

/**
 * What a definition lacks before it can ask anybody, or holds that can never work; empty when nothing. Everything else
 * has a standard wording or a default.
 * @param defaultLocale language under which missing words are told
 */
export const launchFaults = (definition: SurveyDefinition, defaultLocale: string, now: Date): Fault[] => [
  ...optionFaults(definition, defaultLocale),
  ...ideaFaults(definition, defaultLocale),
  ...linkFaults(definition),
  ...triggerFaults(definition),
  ...firstSeenFaults(definition),
  ...samplingFaults(definition),
  ...scheduleFaults(definition, now),
]

const optionFaults = ({ kind, form, texts }: SurveyDefinition, defaultLocale: string): Fault[] => {
  const fault = (message: string): Fault[] => [{ field: 'form.options', message }]
  if (kind !== 'single_choice' && kind !== 'multiple_choice' && kind !== 'comparison') return []
  const options = form.options ?? []
  if (kind === 'comparison' && options.length !== 2) return fault('must be exactly two')
  if (options.length < 2) return fault('must be at least two')
  if (new Set(options).size < options.length) return fault('must each be there once only')
  return options
    .filter((id) => !Object.values(texts).some((words) => words.options?.[id]?.trim()))
    .map((id) => ({
      field: `texts.${languageOf(texts, defaultLocale)}.options.${id}`,
      message: 'must have words in at least one language',
    }))
}

const ideaFaults = ({ kind, texts }: SurveyDefinition, defaultLocale: string): Fault[] =>
  kind !== 'reaction' || Object.values(texts).some(({ idea }) => idea?.trim())
    ? []
    : [
        {
          field: `texts.${languageOf(texts, defaultLocale)}.idea`,
          message: 'must say the idea in at least one language',
        },
      ]

const languageOf = (texts: SurveyDefinition['texts'], defaultLocale: string) =>
  defaultLocale in texts ? defaultLocale : (Object.keys(texts)[0] ?? defaultLocale)

const linkFaults = ({ kind, form }: SurveyDefinition): Fault[] =>
  form.link?.bands && !(kind in scoreRange)
    ? [{ field: 'form.link.bands', message: `must be left out: a survey of kind ${kind} has no score` }]
    : []

const triggerFaults = ({ trigger }: SurveyDefinition): Fault[] =>
  trigger.where && !trigger.event
    ? [{ field: 'trigger.event', message: 'must name the event of these properties' }]
    : []

const firstSeenFaults = ({ targeting: { firstSeenDays = {} } }: SurveyDefinition): Fault[] =>
  (firstSeenDays.from ?? 0) > (firstSeenDays.to ?? Number.POSITIVE_INFINITY)
    ? [{ field: 'targeting.firstSeenDays.to', message: 'must not be less than where it begins' }]
    : []

const samplingFaults = ({ sampling, repeatAfterDays }: SurveyDefinition): Fault[] => {
  if (sampling.mode !== 'target') return []
  const { days, spendCutsMinor = [] } = sampling
  const rises = spendCutsMinor.every((cut, at) => cut > (spendCutsMinor[at - 1] ?? 0))
  return [
    ...(repeatAfterDays !== null && days > repeatAfterDays
      ? [{ field: 'sampling.days', message: `must not be longer than a wave, which is ${repeatAfterDays} days` }]
      : []),
    ...(rises ? [] : [{ field: 'sampling.spendCutsMinor', message: 'must each be higher than the one before' }]),
  ]
}

const scheduleFaults = ({ schedule: { startsAt, endsAt } }: SurveyDefinition, now: Date): Fault[] => {
  if (endsAt === null) return []
  const end = new Date(endsAt)
  if (end <= now) return [{ field: 'schedule.endsAt', message: 'must lie ahead' }]
  if (startsAt !== null && end <= new Date(startsAt))
    return [{ field: 'schedule.endsAt', message: 'must come after the start' }]
  return []
}
