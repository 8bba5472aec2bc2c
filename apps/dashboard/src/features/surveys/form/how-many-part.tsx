import type { StratumPart, SurveySampling } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../../locales/text.ts'
import { saidAt } from '../faults.ts'
import { howManyInWords } from '../survey-words.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { FormPart } from './form-part.tsx'
import { NumberField } from './number-field.tsx'
import { SamplingPlan } from './sampling-plan.tsx'

const words = text.surveys.builder.howMany
type Target = Extract<SurveySampling, { mode: 'target' }>
const parts: StratumPart[] = ['plan', 'tenure', 'spend']

/** Everyone who fits, a share of them, or a target over groups of customers. */
export function HowManyPart() {
  const { definition, change } = useBuilder()
  const { sampling } = definition
  // What was set of another mode is there again when one goes back to it.
  const [kept, setKept] = useState<Partial<Record<SurveySampling['mode'], SurveySampling>>>({})
  const choose = (mode: SurveySampling['mode']) => {
    setKept({ ...kept, [sampling.mode]: sampling })
    change({ sampling: kept[mode] ?? standard[mode] })
  }
  return (
    <FormPart title={text.surveys.builder.parts.howMany} summary={howManyInWords(definition)} fields={['sampling']}>
      <Choices
        label={text.surveys.builder.parts.howMany}
        path="sampling.mode"
        value={sampling.mode}
        isTall
        choices={[
          { value: 'everyone', label: words.everyone, hint: words.everyoneHint },
          { value: 'share', label: words.share, hint: words.shareHint },
          { value: 'target', label: words.target, hint: words.targetHint },
        ]}
        onChoose={choose}
      />
      {sampling.mode === 'share' && (
        <NumberField
          label={words.shareLabel}
          path="sampling.share"
          value={Math.round(sampling.share * 100)}
          onValue={(share) => share !== null && change({ sampling: { ...sampling, share: share / 100 } }, 'share')}
          min={1}
          max={100}
        />
      )}
      {sampling.mode === 'target' && <TargetFields target={sampling} />}
    </FormPart>
  )
}

const standard: Record<SurveySampling['mode'], SurveySampling> = {
  everyone: { mode: 'everyone' },
  share: { mode: 'share', share: 0.2 },
  target: { mode: 'target', answers: 100, days: 30, by: parts },
}

function TargetFields({ target }: { target: Target }) {
  const { change, mayChange, faults } = useBuilder()
  const { answers, marginPoints, ...rest } = target
  const set = (next: Target, merge?: string) => change({ sampling: next }, merge)
  return (
    <div class="survey-target">
      <Choices
        label={words.aim}
        path="sampling"
        value={answers === undefined ? 'margin' : 'answers'}
        choices={[
          { value: 'answers', label: words.aimAnswers },
          { value: 'margin', label: words.aimMargin },
        ]}
        onChoose={(aim) => set(aim === 'answers' ? { ...rest, answers: 100 } : { ...rest, marginPoints: 5 })}
      />
      <div class="survey-pair">
        {answers === undefined ? (
          <NumberField
            label={words.margin}
            path="sampling.marginPoints"
            value={marginPoints ?? 5}
            onValue={(points) => points !== null && set({ ...rest, marginPoints: points }, 'margin')}
            min={1}
            max={30}
            isWhole={false}
          />
        ) : (
          <NumberField
            label={words.answers}
            path="sampling.answers"
            value={answers}
            onValue={(count) => count !== null && set({ ...rest, answers: count }, 'answers')}
            min={10}
            max={100_000}
          />
        )}
        <NumberField
          label={words.days}
          path="sampling.days"
          value={target.days}
          onValue={(days) => days !== null && set({ ...target, days }, 'days')}
          min={1}
          max={365}
        />
      </div>
      <fieldset class="survey-choices" disabled={!mayChange} data-field="sampling.by" tabIndex={-1}>
        <legend>{words.by}</legend>
        <div class="survey-checks">
          {parts.map((part) => {
            const isOn = target.by.includes(part)
            return (
              <label key={part} class="check">
                <input
                  type="checkbox"
                  checked={isOn}
                  // Of nothing there are no groups.
                  disabled={isOn && target.by.length === 1}
                  onChange={() =>
                    set({ ...target, by: parts.filter((each) => target.by.includes(each) !== (each === part)) })
                  }
                />
                {words.parts[part]}
              </label>
            )
          })}
        </div>
        {saidAt(faults, 'sampling.by').map((said) => (
          <p key={said} class="field-error">
            {said}
          </p>
        ))}
      </fieldset>
      <SamplingPlan />
    </div>
  )
}
