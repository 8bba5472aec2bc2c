import type { SurveyDefinition, SurveyTexts } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { isSame } from './definition.ts'
import { languageName } from './form/language-tabs.tsx'
import {
  alertsInWords,
  howManyInWords,
  howOftenInWords,
  scheduleInWords,
  type Wording,
  whenInWords,
  whoInWords,
} from './survey-words.ts'

const words = text.surveys.builder
const { parts, versions } = words

/** What differs between two versions, one sentence each: "Who: Everyone → Growth". */
export function changesBetween(before: SurveyDefinition, after: SurveyDefinition, wording: Wording): string[] {
  const rules: [string, boolean, (of: SurveyDefinition) => string][] = [
    [parts.who, isSame(before.targeting, after.targeting), (of) => whoInWords(of, wording)],
    [parts.when, isSame(before.trigger, after.trigger), whenInWords],
    [parts.howMany, isSame(before.sampling, after.sampling), howManyInWords],
    [
      parts.howOften,
      before.repeatAfterDays === after.repeatAfterDays && before.priority === after.priority,
      howOftenInWords,
    ],
    [parts.schedule, isSame(before.schedule, after.schedule), scheduleInWords],
    [parts.alerts, isSame(before.alerts, after.alerts), (of) => alertsInWords(of, wording.currency)],
  ]
  return [
    ...(before.name === after.name ? [] : [changed(versions.parts.name, before.name, after.name)]),
    ...textChanges(before, after),
    ...(isSame(before.form, after.form) ? [] : [versions.changedOnly(versions.parts.form)]),
    ...rules.flatMap(([part, same, inWords]) => (same ? [] : [changed(part, inWords(before), inWords(after))])),
  ]
}

/** Different settings may read alike, such as two properties of an event in another order. */
const changed = (part: string, before: string, after: string): string =>
  before === after
    ? versions.changedOnly(part)
    : versions.changed(part, before || versions.empty, after || versions.empty)

function textChanges(before: SurveyDefinition, after: SurveyDefinition): string[] {
  const languages = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])]
  return languages.flatMap((language) =>
    changesOfWords(before.texts[language] ?? {}, after.texts[language] ?? {}, languageName(language)),
  )
}

function changesOfWords(before: SurveyTexts, after: SurveyTexts, language: string): string[] {
  const single = ['question', 'idea', 'thanks', 'linkLabel'] as const
  const several = ['followUp', 'options'] as const
  return [
    ...single
      .filter((name) => before[name] !== after[name])
      .map((name) =>
        changed(versions.inLanguage(versions.parts[name], language), quoted(before[name]), quoted(after[name])),
      ),
    ...several
      .filter((name) => !isSame(before[name], after[name]))
      .map((name) => versions.changedOnly(versions.inLanguage(versions.parts[name], language))),
  ]
}

const quoted = (said: string | undefined): string => (said ? `“${said}”` : '')
