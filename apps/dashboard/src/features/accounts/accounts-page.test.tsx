import type { AccountItem, Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { AccountsPage } from './accounts-page.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'EUR',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}
const account: AccountItem = {
  id: 'acc_1',
  accountId: 'a1',
  name: 'Acme',
  seats: 1_200,
  trust: 'unverified',
  plan: 'growth',
  spendMinor: 12_900,
  currency: 'EUR',
  reportingSpendMinor: 12_900,
  tenureDays: 400,
  people: 3,
  traits: { industry: 'Retail' },
}

let root: HTMLElement
let items: AccountItem[]
const asked: string[] = []

const open = async (address: string) => {
  history.replaceState(null, '', address)
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <AccountsPage workspace={workspace} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull())
}

beforeEach(() => {
  asked.length = 0
  items = [account]
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', async (input: string) => {
    asked.push(input)
    const path = new URL(input, location.origin).pathname
    if (path === '/api/segment/fields')
      return Response.json({
        traits: [
          { name: 'industry', of: 'account', kind: 'text' },
          { name: 'role', of: 'person', kind: 'text' },
        ],
        events: [],
      })
    if (path === '/api/segment/size')
      return Response.json({ people: 3, accounts: 1, spendMinor: 0, base: { people: 3, accounts: 1, spendMinor: 0 } })
    return Response.json({ items, nextCursor: null })
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the list of accounts', () => {
  it('shows the accounts of the segment, marks a claim as such, and opens each', async () => {
    await open('/accounts?segment=plan:growth&sort=tenure')

    expect(asked).toContain('/api/accounts?segment=plan%3Agrowth&sort=tenure')
    const heads = [...root.querySelectorAll('thead th')].map(({ textContent }) => textContent)
    expect(heads).toEqual(['Account', 'Plan', 'Spend a month, EUR', 'Customer for', 'Seats', 'People'])
    expect(root.querySelector('tbody th')?.textContent).toBe('Acme Unverified')
    expect(root.querySelector('tbody td:last-child')?.textContent).toContain('3')
    expect(root.querySelector('tbody a')?.getAttribute('href')).toBe('/accounts/acc_1?segment=plan:growth&sort=tenure')
    expect(root.querySelector('[aria-sort]')?.textContent).toBe('Customer for')
  })

  it('offers the traits of accounts as columns, not those of people', async () => {
    await open('/accounts')

    await act(() => root.querySelector<HTMLButtonElement>('.column-chooser button')?.click())

    const offered = [...root.querySelectorAll('.column-panel label')].map(({ textContent }) => textContent)
    expect(offered).toContain('Industry')
    expect(offered).not.toContain('Role')
  })

  it('does not sort by what it has no column for', async () => {
    await open('/accounts?sort=seen')

    expect(asked).toContain('/api/accounts')
  })

  it('says how an account comes to be', async () => {
    items = []

    await open('/accounts')

    expect(root.querySelector('.blank pre')?.textContent).toContain("heed('account'")
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/settings/import')
  })
})
