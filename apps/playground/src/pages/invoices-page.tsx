import { useAccount } from '../account/account.tsx'
import { invoiceTotalMinor } from '../customers/customer.ts'
import { addresses } from '../shell/addresses.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'

export function InvoicesPage() {
  const { state } = useAccount()
  const { words, formats } = useSpeech()
  return (
    <Page title={words.invoices}>
      <section class="panel" aria-label={words.invoices}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.client}</th>
              <th scope="col" class="wide">
                {words.number}
              </th>
              <th scope="col" class="wide">
                {words.due}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col" class="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {state.invoices.map((invoice) => (
              <tr key={invoice.id}>
                <th scope="row">
                  <a href={addresses.invoice(invoice.id)}>
                    <bdi>{invoice.client}</bdi>
                  </a>
                  <span class="detail narrow">
                    <bdi>{invoice.number}</bdi>
                  </span>
                </th>
                <td class="wide">
                  <bdi>{invoice.number}</bdi>
                </td>
                <td class="wide">{formats.day(invoice.dueInDays)}</td>
                <td>
                  <span class={`state ${invoice.state}`}>{words.invoiceStates[invoice.state]}</span>
                </td>
                <td class="number">
                  <bdi>{formats.money(invoiceTotalMinor(invoice))}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  )
}
