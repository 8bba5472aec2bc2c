import type { Member, Workspace } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SegmentsPage } from './segments-page.tsx'
import { called, focused, growing, openPage, press, type Served, serveSegments, type } from './testing.tsx'

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'EUR',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const open = async (role: Member['role'] = 'agent', address = '/segments') => {
  const member: Member = { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role }
  page = await openPage(address, <SegmentsPage workspace={workspace} member={member} />)
  await vi.waitFor(() => expect(page.root.querySelector('[aria-busy=true]')).toBeNull())
}
const changes = () => served.asked.filter((call) => !call.startsWith('GET'))
const cells = () =>
  [...page.root.querySelectorAll('tbody td.number')].map((cell) => cell.textContent?.replaceAll('\u00a0', ' '))
const dialog = () => page.root.querySelector('dialog')

beforeEach(() => {
  served = serveSegments()
})
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('the page of segments', () => {
  it('says whom each holds, and how many', async () => {
    await open()

    await vi.waitFor(() => expect(cells()).toEqual(['500', '212', '€3,800', '38 %']))
    const row = page.root.querySelector('tbody th')
    expect(row?.textContent).toContain('Growth · spend ≥ €100')
    expect(row?.querySelector('a')?.getAttribute('href')).toBe(`/?segment=in:${growing.id}`)
  })

  it('teaches what a segment is while there is none, and makes the first', async () => {
    served.saved = []
    await open()
    expect(page.root.querySelector('.blank')?.textContent).toContain('No segments yet')

    await press('New segment')
    await press('Tickets open')
    called('Name').focus()
    await type('Waiting')
    await press('Save segment')

    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(changes()).toEqual(['POST /api/segments {"name":"Waiting","segment":"tickets.open:1.."}'])
    expect(page.root.textContent).toContain('“Waiting” is saved.')
  })

  it('shows what is built on a segment before it is changed, and changes nothing before it is saved', async () => {
    served.uses = [{ id: 'seg_x', name: 'Growing retail' }]
    await open()
    await press('Edit Growing')
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('built on it: “Growing retail”'))

    await press('Remove Growth')
    called('Name').focus()
    await type('Paying')
    expect(changes()).toEqual([])
    await press('Save segment')

    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(changes()).toEqual([`PATCH /api/segments/${growing.id} {"name":"Paying","segment":"spend:10000.."}`])
    expect(focused()).toBe('Edit Paying')
  })

  it('asks before changes are thrown away', async () => {
    await open()
    await press('Edit Growing')
    await press('Remove Growth')

    await press('Cancel')
    expect(dialog()?.textContent).toContain('not saved')
    await press('Discard changes')

    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(changes()).toEqual([])
  })

  it('wants a name and a condition, and says which is missing', async () => {
    await open()
    await press('New segment')

    await press('Save segment')
    expect(page.root.querySelector('.field-error')?.textContent).toBe('Give it a name.')
    expect(focused()).toBe('Name')
    await type('Everyone')
    await press('Save segment')

    expect(dialog()?.textContent).toContain('Add at least one condition.')
    expect(changes()).toEqual([])
  })

  it('duplicates under a name of its own', async () => {
    await open()
    await press('Duplicate Growing')
    await vi.waitFor(() => expect(page.root.textContent).toContain('“Growing (copy)” is added.'))

    expect(changes()).toEqual([`POST /api/segments {"name":"Growing (copy)","segment":"${growing.segment}"}`])
  })

  it('deletes after asking, and brings back', async () => {
    await open()
    await press('Delete Growing')
    await vi.waitFor(() => expect(called('Delete segment').getAttribute('aria-disabled')).toBe('false'))

    await press('Delete segment')
    await vi.waitFor(() => expect(page.root.querySelector('tbody')).toBeNull())
    expect(changes()).toEqual([`DELETE /api/segments/${growing.id}`])
    expect(focused()).toBe('New segment')

    await press('Undo')
    await vi.waitFor(() => expect(page.root.textContent).toContain('“Growing” is back.'))
    expect(served.saved.map(({ name, segment }) => [name, segment])).toEqual([['Growing', growing.segment]])
  })

  it('does not go on looking at what it deleted', async () => {
    await open('agent', `/segments?segment=seats:5..;in:${growing.id}`)
    await press('Delete Growing')
    await vi.waitFor(() => expect(called('Delete segment').getAttribute('aria-disabled')).toBe('false'))

    await press('Delete segment')

    await vi.waitFor(() => expect(location.search).toBe('?segment=seats:5..'))
  })

  it('does not delete what others are built on, and names them', async () => {
    served.uses = [{ id: 'seg_x', name: 'Growing retail' }]
    await open()

    await press('Delete Growing')

    await vi.waitFor(() => expect(dialog()?.textContent).toContain('“Growing retail” is built on it'))
    expect(() => called('Delete segment')).toThrow()
  })

  it('does not delete what a survey asks by, and names that', async () => {
    served.askedBy = [{ id: 'srv_x', name: 'Customer NPS', state: 'running' }]
    await open()

    await press('Delete Growing')

    await vi.waitFor(() => expect(dialog()?.textContent).toContain('the survey “Customer NPS” is built on it'))
    expect(() => called('Delete segment')).toThrow()
  })

  it('offers who may only look nothing to change', async () => {
    await open('viewer')

    expect(() => called('New segment')).toThrow()
    expect(() => called('Edit Growing')).toThrow()
  })
})
