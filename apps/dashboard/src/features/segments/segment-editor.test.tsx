import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SegmentBar } from './segment-bar.tsx'
import { called, focused, growing, openPage, press, type Served, serveSegments, stroke, type } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const where = () => decodeURIComponent(location.pathname + location.search)
const dialog = () => page.root.querySelector('dialog')
const words = () => [...page.root.querySelectorAll('.condition-words')].map((row) => row.textContent)
const open = async (address = '/') => {
  page = await openPage(address, <SegmentBar currency="EUR" maySave />)
  await press('Filter')
  await vi.waitFor(() => expect(page.root.textContent).toContain('Order completed'))
}

beforeEach(() => {
  served = serveSegments()
})
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('the editor, by keyboard alone', () => {
  it('adds a field and a value, and says how many fit', async () => {
    await open()
    expect(focused()).toBe('Add a condition')

    await type('plan')
    await stroke('Enter')
    expect(focused()).toBe('Find a value of Plan')
    await vi.waitFor(() => expect(page.root.textContent).toContain('Enterprise'))
    await type('enter')
    await vi.waitFor(() => expect(served.asked).toContain('GET /api/segment/values?field=plan&search=enter'))
    await vi.waitFor(async () => {
      await stroke('Enter')
      expect(where()).toBe('/?segment=plan:enterprise')
    })

    await vi.waitFor(() =>
      expect(page.root.querySelector('footer')?.textContent).toMatch(
        /500 people · 212 accounts · .3,800 a month · 38.%/,
      ),
    )
    expect(served.asked).toContain('GET /api/segment/size?segment=plan:enterprise')
  })

  it('walks through fields and values with the arrows', async () => {
    await open()

    await stroke('ArrowDown')
    expect(focused()).toBe('Plan')
    await stroke('ArrowDown')
    await stroke('ArrowUp')
    await stroke('ArrowUp')
    expect(focused()).toBe('Add a condition')
    await stroke('ArrowDown')
    await press('Plan')
    await vi.waitFor(() => expect(page.root.querySelectorAll('.value-list input')).toHaveLength(3))
    await stroke('ArrowDown')
    await stroke('ArrowDown')
    await stroke('Enter')

    expect(where()).toBe('/?segment=plan:growth')
  })

  it('takes a condition out with Delete, and goes to the next one, then to the search', async () => {
    await open('/?segment=plan:growth;seats:5..')
    called('Growth', '.condition-words').focus()

    await stroke('Delete')
    expect(where()).toBe('/?segment=seats:5..')
    expect(focused()).toMatch(/seats/)
    await stroke('Delete')

    expect(where()).toBe('/')
    expect(focused()).toBe('Add a condition')
  })

  it('takes edits back and does them again, one number at a time', async () => {
    await open('/?segment=plan:growth')
    await press('Spend a month')
    for (const typed of ['1', '10', '100']) await type(typed)
    expect(where()).toBe('/?segment=plan:growth;spend:10000..')

    await stroke('z', { ctrlKey: true })
    expect(where()).toBe('/?segment=plan:growth')
    expect(words()).toEqual(['Growth', 'Spend a month: choose a value'])
    await stroke('z', { metaKey: true })
    expect(words()).toEqual(['Growth'])
    expect(focused()).toBe('Add a condition')
    expect(called('Undo').getAttribute('aria-disabled')).toBe('true')

    await stroke('Z', { ctrlKey: true, shiftKey: true })
    await press('Redo')
    expect(where()).toBe('/?segment=plan:growth;spend:10000..')
  })

  it('closes with Escape and gives the focus back', async () => {
    await open()

    dialog()?.dispatchEvent(new Event('cancel', { cancelable: true }))

    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(focused()).toBe('Filter')
  })
})

describe('groups', () => {
  it('come from "or" and "exclude", and the next condition goes into the group', async () => {
    await open('/?segment=plan:growth;seats:5..')
    await press(/^seats/)
    await press('Or…')
    expect(page.root.textContent).toContain('Goes into the group “any of these”')
    await press('Tickets open')
    expect(where()).toBe('/?segment=plan:growth;any(seats:5..;tickets.open:1..)')

    await press('Growth')
    await press('Exclude')

    expect(where()).toBe('/?segment=any(seats:5..;tickets.open:1..);not(plan:growth)')
    expect(focused()).toBe('Growth')
  })

  it('of any depth are shown, and each part can be edited', async () => {
    await open('/?segment=any(all(plan:growth;not(seats:5..));country:DE)')

    expect(words()).toHaveLength(3)
    expect([...page.root.querySelectorAll('.group select')].map((each) => (each as HTMLSelectElement).value)).toEqual([
      'any',
      'all',
      'none',
    ])
    called(/^seats/, '.condition-words').focus()
    await stroke('Delete')

    expect(where()).toBe('/?segment=any(plan:growth;country:DE)')
  })

  it('too deep for the language are refused with a word, and nothing changes', async () => {
    const address = '/?segment=any(seats:1..;all(seats:2..;any(seats:3..;all(seats:4..;not(plan:growth)))))'
    await open(address)
    await press('Growth')
    await press('Or…')
    await press('Tickets open')

    expect(page.root.querySelector('[role=alert]')?.textContent).toMatch(/not added/)
    expect(where()).toBe(address)
  })
})

describe('saved segments in the editor', () => {
  it('stand under their name and can be opened into their conditions', async () => {
    await open('/?segment=seats:5..')
    await press('Growing')
    expect(where()).toBe(`/?segment=seats:5..;in:${growing.id}`)

    await act(() => called(/Growing/, '.condition-words').click())
    await press('Show its conditions')

    expect(where()).toBe('/?segment=plan:growth;spend:10000..;seats:5..')
    expect(focused()).toBe('Growth')
  })
})

it('says what to do while there are no traits and no events', async () => {
  served.fields = { traits: [], events: [] }
  page = await openPage('/', <SegmentBar currency="EUR" maySave />)
  await press('Filter')

  await vi.waitFor(() => expect(page.root.textContent).toContain('No traits yet'))
  expect(page.root.textContent).toContain("heed('track', …)")
})
