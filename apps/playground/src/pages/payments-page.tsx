import { useId, useState } from 'preact/hooks'
import { useAccount } from '../account/account.tsx'
import type { Payment } from '../customers/customer.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'
import { PaymentTable } from './payment-table.tsx'
import { SendPayment } from './send-payment.tsx'

type Direction = 'all' | 'in' | 'out'
const directions: Direction[] = ['all', 'in', 'out']

const matches = ({ party, purpose, minor }: Payment, direction: Direction, search: string) =>
  (direction === 'all' || (direction === 'in') === minor > 0) &&
  `${party} ${purpose}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())

export function PaymentsPage() {
  const { state } = useAccount()
  const { words } = useSpeech()
  const [direction, setDirection] = useState<Direction>('all')
  const [search, setSearch] = useState('')
  const [sending, setSending] = useState(false)
  const searchId = useId()
  const shown = state.payments.filter((payment) => matches(payment, direction, search))
  return (
    <Page
      title={words.payments}
      actions={
        <button type="button" class="primary" onClick={() => setSending(true)}>
          {words.sendPayment}
        </button>
      }
    >
      <section class="panel" aria-label={words.payments}>
        <div class="tools">
          <fieldset class="choice">
            <legend class="hidden">{words.show}</legend>
            {directions.map((one) => (
              <label key={one}>
                <input type="radio" name="direction" checked={direction === one} onChange={() => setDirection(one)} />
                {words.filters[one]}
              </label>
            ))}
          </fieldset>
          <label class="hidden" for={searchId}>
            {words.search}
          </label>
          <input
            id={searchId}
            type="search"
            placeholder={words.search}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        {shown.length > 0 ? (
          <PaymentTable payments={shown} label={words.payments} />
        ) : (
          <p class="empty">{words.noPayments}</p>
        )}
      </section>
      {sending ? <SendPayment onClose={() => setSending(false)} /> : null}
    </Page>
  )
}
