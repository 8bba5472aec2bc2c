import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { IdeaLinks } from './idea-links.tsx'
import { ideaItem, listOf } from './testing.ts'

let root: HTMLElement
let targetVote: 'none' | 'member'
const asked: string[] = []
const changes = () => asked.filter((call) => !call.startsWith('GET'))
const button = (name: string) =>
  [...root.querySelectorAll('button')].find(
    (each) => each.textContent === name || each.getAttribute('aria-label') === name,
  ) as HTMLButtonElement
const press = (name: string) => act(() => button(name).click())

const show = async () => {
  await act(() =>
    render(
      <LocationProvider>
        <QueryClientProvider client={createQueryClient(() => undefined)}>
          <IdeaLinks targetId="tkt_1" personId="ppl_1" ticketId="tkt_1" mayChange={true} />
        </QueryClientProvider>
      </LocationProvider>,
      root,
    ),
  )
  await vi.waitFor(() => expect(button('Link to an idea')).toBeDefined())
}

beforeEach(() => {
  asked.length = 0
  targetVote = 'none'
  root = document.body.appendChild(document.createElement('div'))
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockReturnValue(undefined)
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${input}${init.body ? ` ${init.body}` : ''}`)
    return Response.json(
      input.includes('idea-links')
        ? { items: [{ id: 'ide_1', title: ideaItem.title, state: 'open', vote: targetVote }] }
        : listOf([ideaItem, { ...ideaItem, id: 'ide_2', title: 'DATEV', votes: 4 }]),
    )
  })
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('ideas beside a ticket', () => {
  it('take a vote for the customer, which remembers the ticket', async () => {
    await show()

    await press('Vote for the customer: “Export to DATEV”')

    await vi.waitFor(() => expect(changes()).toEqual(['PUT /api/ideas/ide_1/votes/ppl_1 {"ticketId":"tkt_1"}']))
  })

  it('give back what a member cast, and can be unlinked', async () => {
    targetVote = 'member'
    await show()

    await press('Take back the vote: “Export to DATEV”')
    await vi.waitFor(() => expect(changes()).toHaveLength(1))
    await press('Unlink “Export to DATEV”')

    await vi.waitFor(() =>
      expect(changes()).toEqual(['DELETE /api/ideas/ide_1/votes/ppl_1 {}', 'DELETE /api/ideas/ide_1/links/tkt_1 {}']),
    )
  })

  it('are linked by their words, those alone that are not linked yet', async () => {
    await show()

    await press('Link to an idea')
    await vi.waitFor(() => expect(button('Link to “DATEV”')).toBeDefined())
    expect(button('Link to “Export to DATEV”')).toBeUndefined()
    await press('Link to “DATEV”')

    await vi.waitFor(() => expect(changes()).toEqual(['PUT /api/ideas/ide_2/links/tkt_1 {}']))
  })
})
