import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Customer, planNames } from '../customers/customer.ts'
import { useSpeech } from '../words/language.tsx'
import { addresses } from './addresses.ts'

/** Logo, company and the five places of the app. */
export function Masthead({ customer }: { customer: Customer }) {
  const { words } = useSpeech()
  const { path } = useLocation()
  const nav = useRef<HTMLElement>(null)
  // On a phone the places scroll sideways: keep the current one in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const places = (['home', 'payments', 'cards', 'invoices', 'settings'] as const).map((name) => {
    const href = addresses[name]
    const here = name === 'home' ? path.replace(/\/$/, '') === '/demo' : path === href || path.startsWith(`${href}/`)
    return { name, href, here }
  })
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <a class="logo" href={addresses.home} lang="en">
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <path d="M8 24V8l16 16V8" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linejoin="round" />
        </svg>
        Northbank
      </a>
      <nav ref={nav} aria-label={words.navigation}>
        {places.map(({ name, href, here }) => (
          <a key={name} href={href} aria-current={here ? 'page' : undefined}>
            {words[name]}
          </a>
        ))}
      </nav>
      <p class="masthead-company">
        <bdi>{customer.company.name}</bdi>
        <span lang="en">{planNames[customer.company.plan]}</span>
      </p>
    </header>
  )
}
