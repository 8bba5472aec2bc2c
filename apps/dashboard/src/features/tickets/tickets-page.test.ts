import { describe, expect, it } from 'vitest'
import { filtersOf, readView } from './tickets-page.tsx'

const viewOf = (query: string) => readView((name) => new URLSearchParams(query).get(name) ?? undefined)

describe('the view of the inbox in the address', () => {
  it('is open tickets when the address says nothing or nonsense', () => {
    expect(viewOf('')).toEqual({ state: 'open', awaiting: false })
    expect(viewOf('state=lost').state).toBe('open')
  })

  it('asks for no reply to closed tickets', () => {
    expect(viewOf('state=closed&awaitingReply=true').awaiting).toBe(false)
  })

  it('reads back what it writes', () => {
    const view = { state: 'all', awaiting: true, areaId: 'are_1', days: '90', firstResponse: 'late' } as const

    const written = new URLSearchParams(
      Object.entries(filtersOf(view)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    )

    expect(viewOf(written.toString())).toEqual(view)
  })
})
