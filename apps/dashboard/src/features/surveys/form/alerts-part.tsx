import type { ScoredKind } from '@heed/contracts/survey-kinds'
import { text } from '../../../locales/text.ts'
import { currencyDigits } from '../../../ui/numbers.ts'
import { put } from '../definition.ts'
import { alertsInWords } from '../survey-words.ts'
import { isScored } from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { FormPart } from './form-part.tsx'
import { NumberField } from './number-field.tsx'
import { TogglePart } from './toggle-part.tsx'

const words = text.surveys.builder.alerts

/** What the team is told of. */
export function AlertsPart() {
  const { definition, change, workspace } = useBuilder()
  const { alerts, kind } = definition
  const { currency } = workspace
  const minorUnits = 10 ** currencyDigits(currency)
  const { low } = alerts
  return (
    <FormPart
      title={text.surveys.builder.parts.alerts}
      summary={alertsInWords(definition, currency)}
      fields={['alerts']}
    >
      {isScored(kind) ? (
        <TogglePart
          label={words.low}
          path="alerts.low"
          hint={words.lowHint[kind as ScoredKind]}
          isOn={low !== undefined}
          onToggle={(isOn) =>
            change({ alerts: put(alerts, 'low', isOn ? { spendFromMinor: 0, make: 'notice' } : undefined) })
          }
        >
          {low && (
            <>
              <Choices
                label={words.make}
                path="alerts.low.make"
                value={low.make}
                choices={[
                  { value: 'notice', label: words.notice },
                  { value: 'ticket', label: words.ticket },
                ]}
                onChoose={(make) => change({ alerts: { ...alerts, low: { ...low, make } } })}
              />
              <NumberField
                label={words.spend(currency)}
                path="alerts.low.spendFromMinor"
                value={low.spendFromMinor / minorUnits}
                onValue={(amount) =>
                  change(
                    { alerts: { ...alerts, low: { ...low, spendFromMinor: Math.round((amount ?? 0) * minorUnits) } } },
                    'spendFromMinor',
                  )
                }
                min={0}
                max={1e11}
                isWhole={false}
              />
            </>
          )}
        </TogglePart>
      ) : (
        <p class="soft">{words.noScore}</p>
      )}
      {kind !== 'text' && (
        <TogglePart
          label={words.drop}
          path="alerts.drop"
          hint={words.dropHint}
          isOn={alerts.drop === true}
          onToggle={(isOn) => change({ alerts: put(alerts, 'drop', isOn || undefined) })}
        />
      )}
    </FormPart>
  )
}
