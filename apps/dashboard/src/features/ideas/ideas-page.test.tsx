import type { IdeaItem, Member } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { IdeasPage } from './ideas-page.tsx'
import { ideaItem, listOf, memberAs, workspace } from './testing.ts'

let root: HTMLElement
let items: IdeaItem[]
const asked: string[] = []

const open = async (address = '/ideas', role: Member['role'] = 'agent') => {
  history.replaceState(null, '', address)
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <IdeasPage workspace={workspace} member={memberAs(role)} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull(), { timeout: 5_000 })
}
const button = (name: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name) as HTMLButtonElement
const type = (field: Element | null, value: string) =>
  act(() => {
    const input = field as HTMLInputElement
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })

beforeEach(() => {
  asked.length = 0
  items = [ideaItem]
  root = document.body.appendChild(document.createElement('div'))
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockReturnValue(undefined)
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${input}${init.body ? ` ${init.body}` : ''}`)
    if (input.startsWith('/api/areas'))
      return Promise.resolve(Response.json({ items: [{ id: 'are_1', name: 'Export' }] }))
    if (init.method === 'GET') return Promise.resolve(Response.json(listOf(items)))
    return Promise.resolve(Response.json({ ...ideaItem, id: 'ide_2' }))
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the page of ideas', () => {
  it('shows who waits for an idea, of the segment and filters in the address, and sorts by what one chooses', async () => {
    await open('/ideas?segment=plan:growth&sort=spend&state=open')

    expect(asked).toContain('GET /api/ideas?segment=plan%3Agrowth&sort=spend&state=open')
    const cells = [...root.querySelectorAll('tbody td.number')].map((cell) => cell.textContent)
    expect(cells).toEqual(['1 vote', '12 accounts', '€12,345 a month', '€4,000 balanced'])
    expect(root.querySelector('[aria-sort=descending]')?.textContent).toBe('Spend a month, EUR')
    const links = [...root.querySelectorAll('thead a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual(
      ['', '&sort=accounts', '&sort=spend', '&sort=balanced'].map(
        (sort) => `/ideas?segment=plan:growth${sort === '' ? '' : sort}&state=open`,
      ),
    )
    expect(root.querySelector('.idea-title')?.getAttribute('href')).toBe(
      '/ideas/ide_1?segment=plan:growth&state=open&sort=spend',
    )
    expect(root.textContent).toContain('no account above 10\u00a0%')
  })

  it('counts the ideas of each state, of which one shows at a time', async () => {
    items = [ideaItem, { ...ideaItem, id: 'ide_2', state: 'shipped' }]
    await open('/ideas?state=shipped')

    const tabs = [...root.querySelectorAll('.segmented a')].map((tab) => tab.textContent)
    expect(tabs).toEqual(['All2', 'Open1', 'Planned0', 'In progress0', 'Shipped1', 'Closed0'])
    expect(root.querySelector('.segmented [aria-current]')?.textContent).toBe('Shipped1')
  })

  it('writes an idea down', async () => {
    await open()

    await act(() => button('New idea').click())
    await vi.waitFor(() => expect(root.querySelector('dialog')).not.toBeNull())
    await type(root.querySelector('dialog input[required]'), ' Dark theme ')
    await act(() => button('Add idea').click())

    await vi.waitFor(() => expect(location.pathname).toBe('/ideas/ide_2'))
    expect(asked).toContain('POST /api/ideas {"title":"Dark theme","body":"","areaId":null}')
  })

  it('asks before it drops what was written', async () => {
    await open()
    await act(() => button('New idea').click())
    const form = () => root.querySelector('dialog')
    await vi.waitFor(() => expect(form()).not.toBeNull())
    const cancel = () => {
      const event = new Event('cancel', { cancelable: true })
      return act(() => void form()?.dispatchEvent(event)).then(() => event.defaultPrevented)
    }
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([await cancel(), leave()]).toEqual([false, false])
    await type(root.querySelector('dialog input[required]'), 'Dark theme')

    expect([await cancel(), leave()]).toEqual([true, true])
    expect(form()?.querySelector('[role=alert]')?.textContent).toBe('What you wrote is not saved.')
    await act(() => button('Discard it').click())

    expect([form(), leave()]).toEqual([null, false])
  })

  it('keeps what was written over the way out of the page, until it is added or discarded', async () => {
    const title = () => root.querySelector<HTMLInputElement>('dialog input[required]')
    const openForm = async () => {
      render(null, root)
      await open()
      await act(() => button('New idea').click())
      await vi.waitFor(() => expect(title()).not.toBeNull())
    }
    await openForm()
    await type(title(), 'Dark theme')
    await type(root.querySelector('dialog textarea'), 'For the night shift')

    await openForm()
    expect(title()?.value).toBe('Dark theme')
    expect(root.querySelector('dialog')?.textContent).toContain('You wrote this earlier')
    await act(() => button('Add idea').click())
    await vi.waitFor(() => expect(location.pathname).toBe('/ideas/ide_2'))
    expect(asked).toContain('POST /api/ideas {"title":"Dark theme","body":"For the night shift","areaId":null}')

    await openForm()
    expect(title()?.value).toBe('')
    await type(title(), 'Light theme')
    await act(() => button('Cancel').click())
    await act(() => button('Discard it').click())
    await openForm()
    expect(title()?.value).toBe('')
    expect(localStorage.length).toBe(0)
  })

  it('lets an admin say how much one account may weigh, and nobody below', async () => {
    await open('/ideas', 'agent')
    expect(button('Change the share')).toBeUndefined()
    render(null, root)
    await open('/ideas', 'admin')

    await act(() => button('Change the share').click())
    await type(root.querySelector('.share-input'), '0')
    await act(() => button('Save').click())
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Enter a whole number from 1 to 100.')
    await type(root.querySelector('.share-input'), '25')
    await act(() => button('Save').click())

    await vi.waitFor(() => expect(asked).toContain('PUT /api/idea-settings {"accountShare":0.25}'))
    expect(asked.filter((call) => call.startsWith('PUT'))).toHaveLength(1)
  })

  it('offers a viewer nothing to change', async () => {
    await open('/ideas', 'viewer')

    expect(button('New idea')).toBeUndefined()
    expect(root.querySelector('.idea-state')?.textContent).toBe('Open')
  })

  it('says what to do when there are no ideas, when these customers have none, and when none fits', async () => {
    items = []
    await open()
    expect(root.querySelector('.blank')?.textContent).toContain("heed('open', 'ideas')")

    render(null, root)
    await open('/ideas?segment=plan:growth')
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/ideas')

    render(null, root)
    await open('/ideas?search=zebra')
    expect(root.querySelector('.blank a')?.getAttribute('href')).toBe('/ideas')
    expect(root.querySelector('.blank')?.textContent).toContain('No idea fits')
  })
})
