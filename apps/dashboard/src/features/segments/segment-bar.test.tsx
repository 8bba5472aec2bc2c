import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SegmentBar } from './segment-bar.tsx'
import { called, focused, growing, openPage, press, type Served, serveSegments, stroke, type } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const where = () => decodeURIComponent(location.pathname + location.search)
const chips = () => [...page.root.querySelectorAll('.segment-chip > span')].map((chip) => chip.textContent)
const open = async (address: string, maySave = true) => {
  page = await openPage(address, <SegmentBar currency="EUR" maySave={maySave} />)
  await vi.waitFor(() => expect(page.root.textContent).toContain('accounts'))
}

beforeEach(() => {
  served = serveSegments()
})
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('the segment bar', () => {
  it('has a chip for each condition, and takes one out', async () => {
    await open('/responses?segment=plan:growth;seats:5..&group=promoter')
    expect(chips()).toEqual(['Growth', expect.stringContaining('seats')])

    await press('Remove Growth')

    expect(where()).toBe('/responses?segment=seats:5..&group=promoter')
    expect(focused()).toBe('Filter')
  })

  it('calls a saved segment by its name, and says when it is gone', async () => {
    await open(`/?segment=in:${growing.id}`)
    await vi.waitFor(() => expect(chips()).toEqual([expect.stringContaining('Growing')]))
    expect(page.root.querySelector('.segment-fault')).toBeNull()

    page.close()
    served.saved = []
    await open(`/?segment=in:${growing.id}`)
    await vi.waitFor(() => expect(page.root.querySelector('.segment-fault')?.textContent).toMatch(/deleted/))
  })

  it('says what of the address could not be read', async () => {
    await open('/?segment=plan:growth;spend:10..5')

    expect(page.root.querySelector('.segment-fault')?.textContent).toMatch(/spend/)
    expect(chips()).toEqual(['Growth'])
  })

  it('looks at a saved segment with one press, its size beside it', async () => {
    await open('/tickets?segment=seats:5..&state=all')
    await press('Saved')
    await vi.waitFor(() =>
      expect(called(/^Growing/).textContent?.replaceAll('\u00a0', ' ')).toBe(
        'Growing500 people · 212 accounts · €3,800 a month · 38 % of spend',
      ),
    )

    await press(/^Growing/)

    expect(where()).toBe(`/tickets?segment=in:${growing.id}&state=all`)
    expect(page.root.querySelector('.popover-panel')).toBeNull()
  })

  it('lets a menu go with Escape', async () => {
    await open('/')
    await press('Saved')
    await vi.waitFor(() => called(/^Growing/))

    called('Saved').focus()
    await stroke('ArrowDown')
    expect(focused()).toMatch(/^Growing/)
    await stroke('Escape')

    expect(page.root.querySelector('.popover-panel')).toBeNull()
    expect(focused()).toBe('Saved')
  })
})

describe('the moment that values are of', () => {
  it('is that of the answer until one chooses now, and the difference is said there', async () => {
    await open('/?segment=plan:growth')
    await press('Values as of: As of the answer')
    expect(page.root.querySelector('.popover-panel')?.textContent).toContain('still counts')

    await press('As of now')

    expect(where()).toBe('/?segment=plan:growth&asOf=now')
    called('Values as of: As of now')
  })

  it('is not asked where there are no answers, nor of everyone', async () => {
    await open('/segments?segment=plan:growth')
    expect(() => called(/^Values as of/)).toThrow()

    page.close()
    await open('/')
    expect(() => called(/^Values as of/)).toThrow()
  })
})

describe('saving whom one looks at', () => {
  const save = async (name: string) => {
    await press('Save as…')
    called('Name').focus()
    await type(name)
    await press('Save')
  }
  const posted = () => served.asked.filter((call) => call.startsWith('POST'))

  it('stores the segment under a name and looks at it by that name', async () => {
    await open('/ideas?segment=seats:5..&sort=spend')

    await save(' Many seats ')

    await vi.waitFor(() => expect(where()).toBe(`/ideas?segment=in:seg_${'b'.repeat(21)}&sort=spend`))
    expect(posted()).toEqual(['POST /api/segments {"name":"Many seats","segment":"seats:5.."}'])
    expect(chips()).toEqual([expect.stringContaining('Many seats')])
    expect(() => called('Save as…')).toThrow()
  })

  it('says that a name is taken or missing, beside the name', async () => {
    await open('/?segment=seats:5..')
    served.refuse = { status: 409, code: 'segment_name_taken' }
    await save('Growing')
    await vi.waitFor(() => expect(page.root.querySelector('.field-error')?.textContent).toMatch(/another segment/i))
    expect(focused()).toBe('Name')

    await type('')
    await press('Save')

    expect(page.root.querySelector('.field-error')?.textContent).toBe('Give it a name.')
    expect(posted()).toHaveLength(1)
    expect(where()).toBe('/?segment=seats:5..')
  })

  it('is not offered to who may only look', async () => {
    await open('/?segment=seats:5..', false)

    expect(() => called('Save as…')).toThrow()
  })
})
