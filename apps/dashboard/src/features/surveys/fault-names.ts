import type { SurveyDefinition } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { sentence } from './faults.ts'
import type { Fault } from './form/builder-context.ts'
import { languageName } from './form/language-tabs.tsx'

const words = text.surveys.builder

/** "Option 1, German: Must have words in at least one language." */
export const faultInWords = (fault: Fault, definition: SurveyDefinition): string =>
  words.missing.at(nameOf(fault.field, definition), sentence(fault.message))

/** How the form calls the field at a path; of one that it has no name for, the part it stands in. */
function nameOf(field: string, { form, kind }: SurveyDefinition): string {
  const [part = '', language, name, option] = field.split('.')
  if (part === 'texts' && language !== undefined) {
    const at = form.options?.indexOf(option ?? '') ?? -1
    const said =
      name === 'options' && at >= 0
        ? kind === 'comparison'
          ? words.question.ideaOf(at + 1)
          : words.question.option(at + 1)
        : (textNames[name ?? ''] ?? words.parts.question)
    return words.versions.inLanguage(said, languageName(language))
  }
  return names[field] ?? partNames[part] ?? part
}

const textNames: Record<string, string> = words.versions.parts

const names: Record<string, string> = {
  'form.options': words.question.options,
  'form.link': words.question.link,
  'trigger.event': words.when.eventName,
  'trigger.clicked': words.when.clickedLabel,
  'schedule.startsAt': words.schedule.starts,
  'schedule.endsAt': words.schedule.ends,
}

const partNames: Record<string, string> = {
  name: words.name,
  texts: words.parts.question,
  form: words.parts.question,
  targeting: words.parts.who,
  trigger: words.parts.when,
  sampling: words.parts.howMany,
  repeatAfterDays: words.parts.howOften,
  priority: words.parts.howOften,
  schedule: words.parts.schedule,
  alerts: words.parts.alerts,
}
