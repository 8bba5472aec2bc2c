import { useState } from 'preact/hooks'
import { useAccount } from '../account/account.tsx'
import { flowOf } from '../account/account-state.ts'
import { addresses } from '../shell/addresses.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'
import { AddMoney } from './add-money.tsx'
import { Exchange } from './exchange.tsx'
import { PaymentTable } from './payment-table.tsx'
import { SendPayment } from './send-payment.tsx'

export function HomePage() {
  const { customer, state } = useAccount()
  const { words, formats } = useSpeech()
  const [dialog, setDialog] = useState<'send' | 'add' | 'exchange'>()
  const [main, ...others] = state.balances
  const { inMinor, outMinor } = flowOf(state.payments)
  const close = () => setDialog(undefined)
  return (
    <Page title={words.hello(customer.name.split(' ')[0] ?? customer.name)}>
      <section class="balance" aria-labelledby="balance">
        <div>
          <h2 id="balance">{words.balance}</h2>
          <p class="balance-main">
            <bdi>{formats.money(main.minor, main.currency)}</bdi>
          </p>
          <p class="balance-iban">
            {words.accountNumber} <bdi dir="ltr">{main.iban}</bdi>
          </p>
          {others.length > 0 ? (
            <ul class="balance-others">
              {others.map(({ currency, minor }) => (
                <li key={currency}>
                  <bdi>{formats.money(minor, currency)}</bdi>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <div class="actions">
          <button type="button" class="primary" onClick={() => setDialog('send')}>
            {words.sendPayment}
          </button>
          <button type="button" onClick={() => setDialog('add')}>
            {words.addMoney}
          </button>
          {others.length > 0 ? (
            <button type="button" onClick={() => setDialog('exchange')}>
              {words.exchange}
            </button>
          ) : null}
        </div>
      </section>
      <div class="columns">
        <section class="panel" aria-labelledby="to-do">
          <h2 id="to-do">{words.toDo}</h2>
          <ToDoList />
        </section>
        <section class="panel" aria-labelledby="flow">
          <h2 id="flow">{words.lastDays}</h2>
          <dl class="flow">
            <div>
              <dt>{words.moneyIn}</dt>
              <dd class="incoming">
                <bdi>{formats.money(inMinor)}</bdi>
              </dd>
            </div>
            <div>
              <dt>{words.moneyOut}</dt>
              <dd>
                <bdi>{formats.money(outMinor)}</bdi>
              </dd>
            </div>
          </dl>
        </section>
      </div>
      <section class="panel" aria-labelledby="recent">
        <div class="panel-head">
          <h2 id="recent">{words.recent}</h2>
          <a href={addresses.payments}>{words.allPayments}</a>
        </div>
        <PaymentTable payments={state.payments.slice(0, 5)} label={words.recent} />
      </section>
      {dialog === 'send' ? <SendPayment onClose={close} /> : null}
      {dialog === 'add' ? <AddMoney onClose={close} /> : null}
      {dialog === 'exchange' ? <Exchange onClose={close} /> : null}
    </Page>
  )
}

function ToDoList() {
  const { customer, state } = useAccount()
  const { words } = useSpeech()
  const invoices = state.invoices.filter(({ state }) => state === 'draft' || state === 'overdue')
  return (
    <ul class="to-do">
      {customer.identityChecked ? null : (
        <li>
          <a href={addresses.settings}>{words.toDoIdentity}</a>
        </li>
      )}
      {invoices.map(({ id, number, client, state }) => (
        <li key={id}>
          <a href={addresses.invoice(id)}>
            {state === 'draft' ? words.toDoDraft(number) : words.toDoOverdue(number, client)}
          </a>
        </li>
      ))}
    </ul>
  )
}
