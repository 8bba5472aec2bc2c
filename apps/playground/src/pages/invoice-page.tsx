import { useRoute } from 'preact-iso'
import { useAccount } from '../account/account.tsx'
import { invoiceTotalMinor } from '../customers/customer.ts'
import { heed } from '../heed.ts'
import { addresses } from '../shell/addresses.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'
import { NotFoundPage } from './not-found-page.tsx'

export function InvoicePage() {
  const { state, customer, dispatch, announce } = useAccount()
  const { words, formats } = useSpeech()
  const { params } = useRoute()
  const invoice = state.invoices.find(({ id }) => id === params.invoiceId)
  if (!invoice) return <NotFoundPage />

  const send = () => {
    dispatch({ kind: 'send_invoice', invoiceId: invoice.id })
    heed('track', 'invoice_sent', { lines: invoice.lines.length })
    announce(words.invoiceSent(invoice.clientEmail))
  }
  return (
    <Page
      title={words.invoice(invoice.number)}
      actions={
        invoice.state === 'draft' ? (
          <button type="button" class="primary" onClick={send}>
            {words.sendInvoice}
          </button>
        ) : null
      }
    >
      <article class="panel paper">
        <dl class="facts">
          <div>
            <dt>{words.state}</dt>
            <dd>
              <span class={`state ${invoice.state}`}>{words.invoiceStates[invoice.state]}</span>
            </dd>
          </div>
          <div>
            <dt>{words.from}</dt>
            <dd>
              <bdi>{customer.company.name}</bdi>
              <span class="detail">
                <bdi>{customer.company.address}</bdi>
              </span>
            </dd>
          </div>
          <div>
            <dt>{words.client}</dt>
            <dd>
              <bdi>{invoice.client}</bdi>
              <span class="detail">
                <bdi>{invoice.clientEmail}</bdi>
              </span>
            </dd>
          </div>
          <div>
            <dt>{words.issued}</dt>
            <dd>{formats.day(-invoice.issuedDaysAgo)}</dd>
          </div>
          <div>
            <dt>{words.due}</dt>
            <dd>{formats.day(invoice.dueInDays)}</dd>
          </div>
        </dl>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col" class="number wide">
                {words.quantity}
              </th>
              <th scope="col" class="number wide">
                {words.unitPrice}
              </th>
              <th scope="col" class="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map(({ text, quantity, unitMinor }) => (
              <tr key={text}>
                <th scope="row">
                  <bdi>{text}</bdi>
                  <span class="detail narrow">
                    {formats.count(quantity)} × <bdi>{formats.money(unitMinor)}</bdi>
                  </span>
                </th>
                <td class="number wide">{formats.count(quantity)}</td>
                <td class="number wide">
                  <bdi>{formats.money(unitMinor)}</bdi>
                </td>
                <td class="number">
                  <bdi>{formats.money(quantity * unitMinor)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="sum">
          {words.total} <bdi>{formats.money(invoiceTotalMinor(invoice))}</bdi>
        </p>
      </article>
      <a href={addresses.invoices}>{words.backToInvoices}</a>
    </Page>
  )
}
