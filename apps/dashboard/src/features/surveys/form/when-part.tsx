import type { SurveyTrigger } from '@heed/contracts'
import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { whenInWords } from '../survey-words.ts'
import { useBuilder } from './builder-context.ts'
import { EventProperties } from './event-properties.tsx'
import { FormPart } from './form-part.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'
import { TogglePart } from './toggle-part.tsx'

const words = text.surveys.builder.when

/** When the prompt appears. All that is chosen must hold. */
export function WhenPart() {
  const { definition, change, survey } = useBuilder()
  const { trigger } = definition
  const set = <K extends keyof SurveyTrigger>(name: K, value: SurveyTrigger[K] | undefined, merge?: string) =>
    change({ trigger: put(trigger, name, value) }, merge)
  return (
    <FormPart title={text.surveys.builder.parts.when} summary={whenInWords(definition)} fields={['trigger']}>
      <NumberField
        label={words.delay}
        path="trigger.delayMs"
        hint={words.delayHint}
        value={trigger.delayMs / 1000}
        onValue={(seconds) => seconds !== null && set('delayMs', Math.round(seconds * 1000), 'delayMs')}
        min={0}
        max={3_600}
        isWhole={false}
      />
      <TextToggle name="path" label={words.path} inner={words.pathLabel} hint={words.pathHint} max={300} />
      <TogglePart
        label={words.event}
        path="trigger.event"
        isOn={trigger.event !== undefined}
        onToggle={(isOn) => !isOn && change({ trigger: put(put(trigger, 'event', undefined), 'where', undefined) })}
      >
        <TextField
          label={words.eventName}
          path="trigger.event"
          hint={words.eventHint}
          value={trigger.event ?? ''}
          maxLength={100}
          onValue={(name) => set('event', name || undefined, 'event')}
        />
        {trigger.event !== undefined && <EventProperties />}
      </TogglePart>
      <TextToggle name="clicked" label={words.clicked} inner={words.clickedLabel} hint={words.clickedHint} max={300} />
      <TogglePart
        label={words.scroll}
        path="trigger.scroll"
        isOn={trigger.scroll !== undefined}
        onToggle={(isOn) => set('scroll', isOn ? 50 : undefined)}
      >
        <NumberField
          label={words.scrollLabel}
          path="trigger.scroll"
          value={trigger.scroll ?? null}
          onValue={(share) => share !== null && set('scroll', share, 'scroll')}
          min={1}
          max={100}
        />
      </TogglePart>
      <TogglePart
        label={words.leaving}
        path="trigger.leaving"
        isOn={trigger.leaving === true}
        onToggle={(isOn) => set('leaving', isOn || undefined)}
      />
      <TogglePart
        label={words.newVersion}
        path="trigger.newVersion"
        hint={words.newVersionHint}
        isOn={trigger.newVersion === true}
        onToggle={(isOn) => set('newVersion', isOn || undefined)}
      />
      <TogglePart
        label={words.code}
        path="trigger.code"
        isOn={trigger.code === true}
        onToggle={(isOn) => set('code', isOn || undefined)}
      >
        <p class="soft small survey-code">{words.codeHint(`heed('survey', '${survey.id}')`)}</p>
      </TogglePart>
    </FormPart>
  )
}

type TextToggleProps = { name: 'path' | 'clicked'; label: string; inner: string; hint: string; max: number }

function TextToggle({ name, label, inner, hint, max }: TextToggleProps) {
  const { definition, change } = useBuilder()
  const { trigger } = definition
  const set = (value: string | undefined) => change({ trigger: put(trigger, name, value || undefined) }, name)
  return (
    <TogglePart
      label={label}
      path={`trigger.${name}`}
      isOn={trigger[name] !== undefined}
      onToggle={(isOn) => !isOn && set(undefined)}
    >
      <TextField
        label={inner}
        path={`trigger.${name}`}
        hint={hint}
        value={trigger[name] ?? ''}
        maxLength={max}
        onValue={set}
        dir="ltr"
        isCode
      />
    </TogglePart>
  )
}
