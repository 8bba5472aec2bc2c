import { useRef } from 'preact/hooks'
import { customers } from '../customers/all.ts'
import { type Customer, type Language, planNames } from '../customers/customer.ts'
import { useSpeech } from '../words/language.tsx'
import { spendInWords } from './spend.ts'
import { tenureInWords } from './tenure.ts'

const languageNames: Record<Language, string> = { en: 'English', de: 'German', ar: 'Arabic' }

type Props = { customer: Customer; currency: string; onSwitch: (customer: Customer) => void }

/** The line above the app that says that all is made up, and lets one sign in as another customer. */
export function DemoStrip({ customer, currency, onSwitch }: Props) {
  const { words } = useSpeech()
  const menu = useRef<HTMLDivElement>(null)
  const choose = (next: Customer) => {
    menu.current?.hidePopover()
    onSwitch(next)
  }
  return (
    <aside class="strip" aria-label={words.demoStrip}>
      <p>{words.demo}</p>
      <button type="button" class="strip-switch" popovertarget="customers" aria-haspopup="true">
        <span class="strip-label">{words.signedInAs}</span> <bdi>{customer.name}</bdi>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" stroke-width="1.6" />
        </svg>
      </button>
      <div id="customers" class="customers" popover="auto" ref={menu}>
        <h2>{words.chooseCustomer}</h2>
        <ul>
          {customers.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                data-customer={other.id}
                aria-current={other.id === customer.id ? 'true' : undefined}
                onClick={() => choose(other)}
              >
                <strong lang={other.language}>
                  <bdi>{other.name}</bdi>
                </strong>
                <span dir="ltr">{other.company.name}</span>
                <span class="customer-facts" lang="en" dir="ltr">
                  {planNames[other.company.plan]} · {spendInWords(other.company.spendMinor, currency)} ·{' '}
                  {tenureInWords(other.company.customerForDays)} · {languageNames[other.language]}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  )
}
