import type { Rate, RateTable } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNow } from '../../ui/use-now.ts'
import { formatDay, formatRate, utcDay } from './rate-format.ts'
import { focusPanel } from './settings-panel.tsx'
import { SettingsTable } from './settings-table.tsx'
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
    <>
      <SettingsTable
        caption={words.table}
        columns={[words.columns.currency, words.columns.day, { numbers: words.columns.rate(reporting) }]}
        actions={mayChange ? words.columns.actions : undefined}
      >
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
      </SettingsTable>
      {removing && <Removal rate={removing} onRemoved={onRemoved} onClose={() => setRemoving(null)} />}
    </>
  )
}

type RemovalProps = { rate: Rate; onRemoved: (said: string) => void; onClose: () => void }

function Removal({ rate: { currency, day }, onRemoved, onClose }: RemovalProps) {
  const removal = useRateRemoval()
  const onSuccess = () => {
    onClose()
    onRemoved(words.form.removed(currency, formatDay(day)))
    focusPanel('rates') // the row goes, and with it the button that had the focus
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
