import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { formatDay, readRate, utcDay } from './rate-format.ts'
import { useRateSetting } from './use-rates.ts'

const words = text.settings.currencies.form
const known = Intl.supportedValuesOf('currency')

type Props = {
  reporting: string
  currency: string
  onCurrency: (currency: string) => void
  rateField: RefObject<HTMLInputElement>
  onSaved: (said: string) => void
}
type Fault = { field: 'currency' | 'day' | 'rate'; message: string }

/** Sets what a currency is worth from a day on. The same currency and day again replaces the rate. */
export function RateForm({ reporting, currency, onCurrency, rateField, onSaved }: Props) {
  const [day, setDay] = useState(() => utcDay(Date.now()))
  const [rate, setRate] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const setting = useRateSetting()
  const form = useRef<HTMLFormElement>(null)
  const id = useId()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (setting.isPending) return
    const value = readRate(rate)
    const found = faultOf({ currency, day, value, reporting })
    setFault(found)
    if (found) return form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus()
    if (value === null) return
    setting.mutate(
      { currency, day, rate: value },
      {
        onSuccess: () => {
          onSaved(words.saved(currency, formatDay(day)))
          onCurrency('')
          setRate('')
        },
      },
    )
  }
  const described = (field: Fault['field']) =>
    fault?.field === field ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {}

  return (
    <form ref={form} class="settings-form" onSubmit={submit} noValidate>
      <h3>{words.title}</h3>
      <label class="field">
        <span>{words.currency}</span>
        <input
          class="input"
          name="currency"
          list={`${id}-currencies`}
          maxLength={3}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          placeholder={words.currencyHint}
          value={currency}
          onInput={(event) => onCurrency(event.currentTarget.value.toUpperCase())}
          {...described('currency')}
        />
        <datalist id={`${id}-currencies`}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </label>
      <label class="field">
        <span>{words.day}</span>
        <input
          class="input"
          type="date"
          name="day"
          min="1900-01-01"
          max="2199-12-31"
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
          {...described('day')}
        />
      </label>
      <label class="field">
        <span>{words.rate(currency || words.unit, reporting)}</span>
        <input
          ref={rateField}
          class="input"
          name="rate"
          inputMode="decimal"
          autoComplete="off"
          value={rate}
          onInput={(event) => setRate(event.currentTarget.value)}
          {...described('rate')}
        />
      </label>
      {fault && (
        <p class="field-error settings-wide" id={`${id}-fault`} role="alert">
          {fault.message}
        </p>
      )}
      {setting.isError && (
        <div class="settings-wide">
          <ProblemNotice error={setting.error} />
        </div>
      )}
      <div>
        <button type="submit" class="button" aria-disabled={setting.isPending}>
          {setting.isPending ? words.saving : words.save}
        </button>
      </div>
    </form>
  )
}

type Given = { currency: string; day: string; value: number | null; reporting: string }

function faultOf({ currency, day, value, reporting }: Given): Fault | null {
  if (!/^[A-Z]{3}$/.test(currency)) return { field: 'currency', message: words.badCurrency }
  if (currency === reporting) return { field: 'currency', message: words.isReporting }
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(day)) return { field: 'day', message: words.badDay }
  if (value === null) return { field: 'rate', message: words.badRate }
  return null
}
