import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { ticketOf } from './testing.ts'
import { useNeighbours } from './use-neighbours.ts'

const pairs: [string, string][] = [
  ['state', 'open'],
  ['awaitingReply', 'true'],
]
const addressOf = (id: string) => `/tickets/${id}?awaitingReply=true`

function Ticket() {
  useNeighbours('tkt_1', pairs, addressOf)
  return null
}

let root: HTMLElement
/** @param ids of the list that led to the ticket; none: no list did */
const open = async (...ids: string[]) => {
  history.replaceState(null, '', addressOf('tkt_1'))
  const client = createQueryClient(() => undefined)
  const items = ids.map((id) => ticketOf({ id }))
  if (items[0])
    client.setQueryData(['tickets', 'list', pairs], {
      pages: [{ items, nextCursor: null, total: items.length }],
      pageParams: [null],
    })
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={client}>
          <Ticket />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
}
const press = (key: string) =>
  act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
const where = () => location.pathname + location.search

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', vi.fn())
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('going on without the list', () => {
  it('leads by j to the next ticket of the list that led here, by k to the one before, and asks nothing', async () => {
    await open('tkt_0', 'tkt_1', 'tkt_2')
    await press('j')
    expect(where()).toBe(addressOf('tkt_2'))

    await open('tkt_0', 'tkt_1', 'tkt_2')
    await press('k')
    expect(where()).toBe(addressOf('tkt_0'))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('leads nowhere from the ends of the list, or where none led here', async () => {
    await open('tkt_1')
    await press('j')
    await press('k')
    expect(where()).toBe(addressOf('tkt_1'))

    await open()
    await press('j')
    await press('k')
    expect(where()).toBe(addressOf('tkt_1'))
  })
})
