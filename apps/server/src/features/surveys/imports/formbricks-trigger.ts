import type { SurveyTrigger } from '@heed/contracts'
import { cutText } from '../../../cut-text.ts'
import type { ActionClass, FormbricksSurvey } from './formbricks-shape.ts'
import type { LeaveOut } from './left-out.ts'
import { type AddressRule, pathGlob } from './path-glob.ts'

const mostDelayMs = 3_600_000

/** What a survey waits for: the first of its actions that Heed knows, as there any one of them is enough. */
export function readTrigger({ triggers, delay }: FormbricksSurvey, leaveOut: LeaveOut): SurveyTrigger {
  const delayMs = Math.min(mostDelayMs, Math.max(0, Math.round((delay ?? 0) * 1000)))
  let found: Partial<SurveyTrigger> | undefined
  for (const [at, trigger] of (triggers ?? []).entries()) {
    const path = `triggers[${at}]`
    if (found) {
      leaveOut(path, 'one trigger a survey; duplicate the draft for another')
      continue
    }
    const action = typeof trigger === 'string' ? { name: trigger, type: 'code', key: trigger } : trigger.actionClass
    found = action && readAction(action, path, leaveOut)
    if (!found) leaveOut(path, 'Heed has no such trigger')
  }
  return { ...found, delayMs: Math.min(mostDelayMs, delayMs + (found?.delayMs ?? 0)) }
}

const readAction = (action: ActionClass, path: string, leaveOut: LeaveOut): Partial<SurveyTrigger> | undefined => {
  const { noCodeConfig, name = '', type } = action
  if (!noCodeConfig) {
    if (type === 'automatic') return automatic[name]
    const event = cutText(action.key || name, 100)
    return event ? { event } : undefined
  }
  const place = `${path}.actionClass.noCodeConfig`
  const where = readPath(noCodeConfig.urlFilters ?? [], `${place}.urlFilters`, leaveOut)
  switch (noCodeConfig.type) {
    case 'pageView':
      return where
    case 'exitIntent':
      return { ...where, leaving: true }
    case 'fiftyPercentScroll':
      return { ...where, scroll: 50 }
    case 'pageDwell':
      return { ...where, delayMs: Math.round((noCodeConfig.timeInSeconds ?? 0) * 1000) }
    case 'click': {
      const { cssSelector, innerHtml } = noCodeConfig.elementSelector ?? {}
      if (innerHtml) leaveOut(`${place}.elementSelector.innerHtml`, 'an element is found by its selector alone')
      return cssSelector && cssSelector.length <= 300 ? { ...where, clicked: cssSelector } : undefined
    }
    default:
      return undefined
  }
}

/** Actions that every Formbricks had until version 2. */
const automatic: Record<string, Partial<SurveyTrigger> | undefined> = {
  'New Session': {},
  'Exit Intent (Desktop)': { leaving: true },
  '50% Scroll': { scroll: 50 },
}

const rules: Record<string, AddressRule | undefined> = {
  exactMatch: 'exact',
  startsWith: 'starts',
  endsWith: 'ends',
  contains: 'contains',
}

/** The first filter that a glob can say. */
const readPath = (
  filters: { rule: string; value: string }[],
  path: string,
  leaveOut: LeaveOut,
): Pick<SurveyTrigger, 'path'> => {
  let found: string | undefined
  for (const [at, { rule, value }] of filters.entries()) {
    const known = rules[rule]
    const glob = known && pathGlob(known, value)
    if (!glob) leaveOut(`${path}[${at}]`, 'a path and * say where a survey shows, and nothing else')
    else if (found) leaveOut(`${path}[${at}]`, 'one path a survey; duplicate the draft for another')
    else found = glob
  }
  return found === undefined ? {} : { path: found }
}
