import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { ticketOf } from './testing.ts'
import { useTickets } from './use-tickets.ts'

let root: HTMLElement
let asked: string[]
let preview: string

const Inbox = () => {
  const list = useTickets([['state', 'open']])
  return (
    <button type="button" onClick={() => void list.fetchNextPage()}>
      {list.data?.pages.map(({ items }) => items[0]?.preview).join()}
    </button>
  )
}
const shown = () => root.textContent
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

beforeEach(async () => {
  vi.useFakeTimers()
  asked = []
  preview = 'one'
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    const isNext = path.includes('cursor=')
    return Response.json({
      items: [ticketOf({ preview: isNext ? 'two' : preview })],
      nextCursor: isNext ? null : 'c1',
      total: 2,
    })
  })
  root = document.body.appendChild(document.createElement('div'))
  await act(() =>
    render(
      <QueryClientProvider client={createQueryClient(() => undefined)}>
        <Inbox />
      </QueryClientProvider>,
      root,
    ),
  )
  await pass(1)
  await act(() => root.querySelector('button')?.click())
  await pass(1)
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.useRealTimers()
})

it('looks at the first page alone while nothing changes, and at all of them once something does', async () => {
  expect(shown()).toBe('one,two')
  asked.length = 0
  await pass(10_000)
  expect(asked).toEqual(['/api/tickets?state=open'])

  preview = 'new'
  await pass(10_000)
  for (let pages = 0; pages < 4; pages++) await pass(100)

  expect(shown()).toBe('new,two')
  expect(asked.slice(1)).toEqual([
    '/api/tickets?state=open',
    '/api/tickets?state=open',
    '/api/tickets?state=open&cursor=c1',
  ])
})
