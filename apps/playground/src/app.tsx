import { useEffect, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { AccountProvider } from './account/account.tsx'
import { billingCurrency } from './customers/billing-currency.ts'
import { chosenCustomer, keepCustomer } from './customers/chosen-customer.ts'
import { claimOf } from './customers/claim.ts'
import type { Customer } from './customers/customer.ts'
import { heed } from './heed.ts'
import { CardsPage } from './pages/cards-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { InvoicePage } from './pages/invoice-page.tsx'
import { InvoicesPage } from './pages/invoices-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PaymentsPage } from './pages/payments-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { DemoStrip } from './shell/demo-strip.tsx'
import { Masthead } from './shell/masthead.tsx'
import { SpeakLanguage } from './words/language.tsx'

export function App() {
  return (
    <LocationProvider scope={/^\/demo(\/|$)/}>
      <SignedIn />
    </LocationProvider>
  )
}

/** Of this app. `?release=2026.12` pretends that another one was brought out. */
const releaseOf = (search: string) => new URLSearchParams(search).get('release') ?? '2026.11'

function SignedIn() {
  const { query, route } = useLocation()
  const [customer, setCustomer] = useState(() => chosenCustomer(location.search, localStorage))
  const [currency] = useState(() => billingCurrency(location.search, sessionStorage))

  useEffect(() => {
    keepCustomer(customer, localStorage)
    heed('identify', claimOf(customer, new Date(), currency))
  }, [customer, currency])

  useEffect(() => heed('set', { appVersion: releaseOf(location.search) }), [])

  const switchTo = (next: Customer) => {
    setCustomer(next)
    // Otherwise the address would bring the former customer back at the next reload.
    if ('as' in query) route(location.pathname, true)
  }

  return (
    <SpeakLanguage language={customer.language}>
      <DemoStrip customer={customer} currency={currency} onSwitch={switchTo} />
      <div class="frame">
        <Masthead customer={customer} />
        <main id="content" tabIndex={-1}>
          <AccountProvider key={customer.id} customer={customer}>
            <Router>
              <Route path="/demo" component={HomePage} />
              <Route path="/demo/payments" component={PaymentsPage} />
              <Route path="/demo/cards" component={CardsPage} />
              <Route path="/demo/invoices" component={InvoicesPage} />
              <Route path="/demo/invoices/:invoiceId" component={InvoicePage} />
              <Route path="/demo/settings" component={SettingsPage} />
              <Route default component={NotFoundPage} />
            </Router>
          </AccountProvider>
        </main>
      </div>
    </SpeakLanguage>
  )
}
