import type { SurveyTrigger } from '@heed/contracts'
import { cutText } from '../../../cut-text.ts'
import { type LeaveOut, leaveOutRest } from './left-out.ts'
import { type AddressRule, pathGlob } from './path-glob.ts'
import type { Conditions, PostHogSurvey } from './posthog-shape.ts'

const mostDelayMs = 3_600_000

/** What a survey waits for: the page, and the first of its events, as there any one of them is enough. */
export function readTrigger({ type, conditions, appearance }: PostHogSurvey, leaveOut: LeaveOut): SurveyTrigger {
  const delayMs = Math.round((appearance?.surveyPopupDelaySeconds ?? 0) * 1000)
  leaveOutRest(leaveOut, 'conditions', conditions ?? {}, conditionReasons)
  if (type === 'widget') leaveOut('type', 'its button is left out; a page opens it by its id')
  if (type === 'external_survey') leaveOut('type', 'surveys are asked inside the app; a page opens it by its id')
  return {
    delayMs: Math.min(mostDelayMs, Math.max(0, delayMs)),
    ...readPath(conditions ?? {}, leaveOut),
    ...readEvent(conditions ?? {}, leaveOut),
    ...(type && type !== 'popover' && { code: true }),
  }
}

const rules: Record<string, AddressRule | undefined> = { exact: 'exact', icontains: 'contains', contains: 'contains' }

const readPath = ({ url, urlMatchType }: Conditions, leaveOut: LeaveOut): Pick<SurveyTrigger, 'path'> => {
  if (!url) return {}
  const rule = rules[urlMatchType ?? 'icontains']
  const path = rule && pathGlob(rule, url)
  if (!path) leaveOut('conditions.url', 'a path and * say where a survey shows, and nothing else')
  return path ? { path } : {}
}

const readEvent = ({ events }: Conditions, leaveOut: LeaveOut): Pick<SurveyTrigger, 'event' | 'where'> => {
  leaveOutRest(leaveOut, 'conditions.events', events ?? {}, { values: null })
  const [first, ...others] = events?.values ?? []
  for (const at of others.keys())
    leaveOut(`conditions.events.values[${at + 1}]`, 'one event a survey; duplicate the draft for another')
  if (!first) return {}
  const where = readProperties(first.propertyFilters ?? {}, leaveOut)
  return { event: cutText(first.name, 100), ...(Object.keys(where).length > 0 && { where }) }
}

type Where = NonNullable<SurveyTrigger['where']>
const mostProperties = 10

/** Properties that must be one value exactly. */
const readProperties = (
  filters: Record<string, { values: unknown[]; operator: string }>,
  leaveOut: LeaveOut,
): Where => {
  const where: Where = {}
  for (const [name, { values, operator }] of Object.entries(filters)) {
    const [value] = values
    const isPlain = ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= 200)
    const fits = operator === 'exact' && values.length === 1 && isPlain && name.length > 0 && name.length <= 100
    if (fits && Object.keys(where).length < mostProperties) where[name] = value as Where[string]
    else
      leaveOut(
        `conditions.events.values[0].propertyFilters.${name}`,
        'a property is held against one exact value, and against at most ten',
      )
  }
  return where
}

const conditionReasons: Record<string, string | null> = {
  url: null,
  urlMatchType: null,
  events: null,
  deviceTypesMatchType: null,
  selector: 'whether an element is there is no trigger; a click on it is',
  actions: 'an action of PostHog is not known here; use an event or a click',
  cancelEvents: 'a prompt that waits is not called off by an event',
  deviceTypes: 'a survey shows on every device',
  linkedFlagVariant: 'flags are not known here; choose a segment',
  seenSurveyWaitPeriodInDays: 'the rest between surveys is one rule for all of them',
}
