import { render } from 'preact'
import { useRef } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rememberRow, useListKeys } from './list-keys.ts'

let root: HTMLElement

function List({ ids }: { ids: string[] }) {
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list, 'tickets', ids.length > 0)
  return (
    <main>
      <h1 tabIndex={-1}>Inbox</h1>
      <ul ref={list}>
        {ids.map((id) => (
          <li key={id}>
            <a href={`/tickets/${id}`} data-row>
              {id}
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
const show = (...ids: string[]) => act(() => render(<List ids={ids} />, root))
const leave = () => act(() => render(null, root))
const row = (id: string) => root.querySelector<HTMLElement>(`a[href$="${id}"]`)
const open = (id: string) =>
  act(() => {
    row(id)?.addEventListener('click', (event) => event.preventDefault())
    row(id)?.click()
  })
const focused = () => document.activeElement?.textContent

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(async () => {
  await leave()
  root.remove()
})

describe('coming back to a list', () => {
  it('goes on with the row that was opened', async () => {
    await show('a', 'b', 'c')
    await open('b')
    await leave()

    await show('new', 'a', 'b', 'c')

    expect(focused()).toBe('b')
  })

  it('goes on with the one that is now where it was, if it has left the list', async () => {
    await show('a', 'b', 'c')
    await open('b')
    await leave()
    await show('a', 'c')
    expect(focused()).toBe('c')
    await open('c')
    await leave()

    await show('a')

    expect(focused()).toBe('a')
  })

  it('goes on with what was looked at last, where one went on without the list', async () => {
    await show('a', 'b', 'c')
    await open('a')
    await leave()
    rememberRow('tickets', '/tickets/b', 1)

    await show('a', 'b', 'c')

    expect(focused()).toBe('b')
  })
})

describe('a row that goes while it has the focus', () => {
  it('hands it to the next', async () => {
    await show('a', 'b', 'c')
    await act(() => row('b')?.focus())

    await show('a', 'c')
    expect(focused()).toBe('c')
    await show('a')
    expect(focused()).toBe('a')
    await show()

    expect(focused()).toBe('Inbox')
  })

  it('takes it from nobody who is elsewhere', async () => {
    await show('a', 'b')

    await show('a')

    expect(document.activeElement).toBe(document.body)
  })
})
