import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Popover } from '../segments/popover.tsx'
import { spanInWords } from './period-words.ts'
import { type ChosenPeriod, isDay, offeredDays } from './result-view.ts'

const words = text.results.controls

type Props = {
  period: ChosenPeriod
  onChoose: (period: ChosenPeriod) => void
  /** Names the choice where there are two. */
  label?: string
  /** The last days are no choice here. */
  onlySpan?: boolean
}

/** The last days, or two days that one picks. */
export function PeriodChoice({ period, onChoose, label = words.period, onlySpan = false }: Props) {
  const said = 'days' in period ? words.lastDays(period.days) : spanInWords(period)
  return (
    <Popover label={said} name={`${label}: ${said}`}>
      {(close) => (
        <>
          <div class="period-offers" hidden={onlySpan}>
            {offeredDays.map((days) => (
              <button
                key={days}
                type="button"
                class="button"
                data-look="quiet"
                data-stop
                aria-pressed={'days' in period && period.days === days}
                onClick={() => {
                  onChoose({ days })
                  close()
                }}
              >
                {words.lastDays(days)}
              </button>
            ))}
          </div>
          <SpanForm
            period={period}
            onChoose={(span) => {
              onChoose(span)
              close()
            }}
          />
        </>
      )}
    </Popover>
  )
}

function SpanForm({ period, onChoose }: Pick<Props, 'period' | 'onChoose'>) {
  const [from, setFrom] = useState('from' in period ? period.from : '')
  const [to, setTo] = useState('to' in period ? period.to : '')
  const id = useId()
  const isFault = isDay(from) && isDay(to) && from > to
  return (
    <form
      class="period-span"
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay(from) && isDay(to) && !isFault) onChoose({ from, to })
      }}
    >
      <label class="field">
        <span>{words.from}</span>
        <input
          class="input"
          type="date"
          required
          value={from}
          aria-invalid={isFault}
          aria-describedby={isFault ? id : undefined}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{words.to}</span>
        <input class="input" type="date" required value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {words.apply}
      </button>
      {isFault && (
        <p class="field-error" id={id} role="alert">
          {words.badPeriod}
        </p>
      )}
    </form>
  )
}
