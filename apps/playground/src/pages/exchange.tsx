import { useId, useState } from 'preact/hooks'
import { useAccount } from '../account/account.tsx'
import { exchangedMinor } from '../account/account-state.ts'
import type { Currency } from '../customers/customer.ts'
import { Dialog } from '../shell/dialog.tsx'
import { useSpeech } from '../words/language.tsx'

/** From the main balance into one of the others, at made-up rates. */
export function Exchange({ onClose }: { onClose: () => void }) {
  const { state, dispatch, announce } = useAccount()
  const { words, formats } = useSpeech()
  const [main, ...others] = state.balances
  const [to, setTo] = useState<Currency>(others[0]?.currency ?? main.currency)
  const [minor, setMinor] = useState(100_00)
  const id = useId()
  const getMinor = exchangedMinor(main.currency, to, minor)
  const submit = (event: Event) => {
    event.preventDefault()
    dispatch({ kind: 'exchange', from: main.currency, to, minor, getMinor })
    announce(words.exchanged(formats.money(getMinor, to)))
    onClose()
  }
  return (
    <Dialog title={words.exchange} onClose={onClose}>
      <form onSubmit={submit}>
        <label for={`${id}-from`}>
          {words.from} ({main.currency})
        </label>
        <input
          id={`${id}-from`}
          type="number"
          required
          min="1"
          max={Math.floor(main.minor / 100)}
          step="0.01"
          dir="ltr"
          value={minor / 100}
          onInput={(event) => setMinor(Math.round(event.currentTarget.valueAsNumber * 100) || 0)}
        />
        <label for={`${id}-to`}>{words.to}</label>
        <select
          id={`${id}-to`}
          value={to}
          onChange={(event) => {
            const chosen = others.find(({ currency }) => currency === event.currentTarget.value)
            if (chosen) setTo(chosen.currency)
          }}
        >
          {others.map(({ currency }) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
        <p class="exchange-result">
          {words.youGet} <strong>{formats.money(getMinor, to)}</strong>
          <span class="detail">{words.exchangeCharge}</span>
        </p>
        <div class="actions">
          <button type="submit" class="primary">
            {words.exchangeNow}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
