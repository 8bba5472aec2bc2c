import { useAccount } from '../account/account.tsx'
import { invoiceTotalMinor } from '../customers/customer.ts'
import { heed } from '../heed.ts'
import { showsOtherWorkspace } from '../other-workspace.ts'
import { addresses } from '../shell/addresses.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'

/** A survey of the sample that waits for the app's code. */
const whichIdea = 'srv_000000000whichidea000'

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
      {!showsOtherWorkspace(sessionStorage) && (
        <p>
          <button type="button" class="plain" onClick={() => heed('survey', whichIdea)}>
            {words.whatNext}
          </button>
        </p>
      )}
    </Page>
  )
}
