import type { Rate, RateTable } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNow } from '../../ui/use-now.ts'
import { formatDay, formatRate, utcDay } from './rate-format.ts'
import { useRateRemoval } from './use-rates.ts'

const words = text.settings.currencies

type Props = { table: RateTable; mayChange: boolean; onRemoved: (said: string) => void }

/** Rates by currency, newest first, with the one that counts today. */
export function RatesTable({ table: { rates, reporting }, mayChange, onRemoved }: Props) {
  const [removing, setRemoving] = useState<Rate | null>(null)
  const today = utcDay(useNow())
  const isCurrent = ({ currency, day }: Rate) =>
    day === rates.find((rate) => rate.currency === currency && rate.day <= today)?.day
  return (
    <div class="table-scroll">
      <table class="figures stacking">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.currency}</th>
            <th scope="col">{words.columns.day}</th>
            <th scope="col" class="number">
              {words.columns.rate(reporting)}
            </th>
            {mayChange && (
              <th scope="col">
                <span class="visually-hidden">{words.columns.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={`${rate.currency} ${rate.day}`}>
              <th scope="row">{rate.currency}</th>
              <td data-label={words.columns.day}>
                <time dateTime={rate.day}>{formatDay(rate.day)}</time>{' '}
                {isCurrent(rate) && <span class="tag">{words.current}</span>}
                {rate.day > today && <span class="tag">{words.ahead}</span>}
              </td>
              <td class="number" data-label={words.columns.rate(reporting)}>
                {formatRate(rate.rate)}
              </td>
              {mayChange && (
                <td class="number">
                  <button
                    type="button"
                    class="button"
                    aria-label={words.removeOf(rate.currency, formatDay(rate.day))}
                    onClick={() => setRemoving(rate)}
                  >
                    {words.remove}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {removing && <Removal rate={removing} onRemoved={onRemoved} onClose={() => setRemoving(null)} />}
    </div>
  )
}

type RemovalProps = { rate: Rate; onRemoved: (said: string) => void; onClose: () => void }

function Removal({ rate: { currency, day }, onRemoved, onClose }: RemovalProps) {
  const removal = useRateRemoval()
  const onSuccess = () => {
    onClose()
    onRemoved(words.form.removed(currency, formatDay(day)))
    document.getElementById('rates')?.focus() // the row goes, and with it the button that had the focus
  }
  return (
    <Confirm
      title={words.removeTitle(currency, formatDay(day))}
      confirm={words.removeConfirm}
      cancel={words.removeCancel}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate({ currency, day }, { onSuccess })}
      onClose={onClose}
    >
      <p>{words.removeBody}</p>
    </Confirm>
  )
}
