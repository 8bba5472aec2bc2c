import { text } from '../../../locales/text.ts'
import { howOftenInWords, scheduleInWords } from '../survey-words.ts'
import { useFatigue } from '../use-fatigue.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { FormPart } from './form-part.tsx'
import { MomentField } from './moment-field.tsx'
import { NumberField } from './number-field.tsx'

const words = text.surveys.builder

/** How often one person is asked, and what goes first. */
export function HowOftenPart() {
  const { definition, change } = useBuilder()
  const { repeatAfterDays, priority } = definition
  const rule = useFatigue().data
  return (
    <FormPart
      title={words.parts.howOften}
      summary={howOftenInWords(definition)}
      fields={['repeatAfterDays', 'priority']}
    >
      <Choices
        label={words.parts.howOften}
        path="repeatAfterDays.mode"
        value={repeatAfterDays === null ? 'once' : 'waves'}
        choices={[
          { value: 'once', label: words.howOften.once },
          { value: 'waves', label: words.howOften.waves },
        ]}
        onChoose={(way) => change({ repeatAfterDays: way === 'once' ? null : 90 })}
      />
      {repeatAfterDays !== null && (
        <NumberField
          label={words.howOften.days}
          path="repeatAfterDays"
          value={repeatAfterDays}
          onValue={(days) => days !== null && change({ repeatAfterDays: days }, 'repeatAfterDays')}
          min={1}
          max={3_650}
        />
      )}
      <Choices
        label={words.howOften.priority}
        path="priority"
        value={priority > 50 ? 'first' : priority < 50 ? 'last' : 'normal'}
        choices={(['first', 'normal', 'last'] as const).map((value) => ({
          value,
          label: words.howOften.priorities[value],
        }))}
        onChoose={(place) => change({ priority: { first: 80, normal: 50, last: 20 }[place] })}
      />
      {rule && (
        <p class="soft small">
          {words.howOften.rest(rule.restDays)} <a href="/settings/asking">{words.howOften.restLink}</a>
        </p>
      )}
    </FormPart>
  )
}

/** From when until when, and until how many answers. */
export function SchedulePart() {
  const { definition, change } = useBuilder()
  const { schedule } = definition
  return (
    <FormPart title={words.parts.schedule} summary={scheduleInWords(definition)} fields={['schedule']}>
      <div class="survey-pair">
        <MomentField
          label={words.schedule.starts}
          path="schedule.startsAt"
          hint={words.schedule.startsHint}
          value={schedule.startsAt}
          onValue={(startsAt) => change({ schedule: { ...schedule, startsAt } }, 'startsAt')}
        />
        <MomentField
          label={words.schedule.ends}
          path="schedule.endsAt"
          hint={words.schedule.endsHint}
          value={schedule.endsAt}
          onValue={(endsAt) => change({ schedule: { ...schedule, endsAt } }, 'endsAt')}
        />
      </div>
      <NumberField
        label={words.schedule.limit}
        path="schedule.answerLimit"
        hint={words.schedule.limitHint}
        value={schedule.answerLimit}
        onValue={(answerLimit) => change({ schedule: { ...schedule, answerLimit } }, 'answerLimit')}
        min={1}
        max={1_000_000}
      />
    </FormPart>
  )
}
