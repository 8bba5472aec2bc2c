import type { Segment } from '@heed/contracts'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { SpendBounds, TenureBounds } from './bounds-field.tsx'

let segment: Segment
let change: (segment: Segment) => void

/** Stands for the address, which holds the segment. */
function Address({ start, currency }: { start: Segment; currency?: string }) {
  const [held, setHeld] = useState(start)
  segment = held
  change = setHeld
  return currency ? (
    <SpendBounds segment={held} currency={currency} onApply={setHeld} />
  ) : (
    <TenureBounds segment={held} onApply={setHeld} />
  )
}

const root = document.body.appendChild(document.createElement('div'))
const show = (start: Segment, currency?: string) =>
  act(() => render(<Address start={start} {...(currency ? { currency } : {})} />, root))
const inputs = () => [...root.querySelectorAll('input')]
const texts = () => inputs().map((input) => input.value)
const type = (at: number, value: string) =>
  act(() => {
    const input = inputs()[at]
    if (!input) throw new Error(`there is no input ${at}`)
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
const choose = (value: string) =>
  act(() => {
    const select = root.querySelector('select')
    if (!select) throw new Error('there is no select')
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

afterEach(() => act(() => render(null, root)))

describe('the inputs for spend', () => {
  it('show major units of the minor ones in the address, and write them back', async () => {
    await show({ all: [{ field: 'spend', atLeastMinor: 9990 }] }, 'USD')
    expect(texts()).toEqual(['99.9', ''])

    await type(1, '500')

    expect(segment.all).toEqual([{ field: 'spend', atLeastMinor: 9990, atMostMinor: 50_000 }])
  })

  it('leave what is being typed alone', async () => {
    await show({ all: [] }, 'USD')

    await type(0, '100.50')

    expect(texts()[0]).toBe('100.50')
    expect(segment.all).toEqual([{ field: 'spend', atLeastMinor: 10_050 }])
  })

  it('follow the address when a chip is removed elsewhere', async () => {
    await show({ all: [] }, 'USD')
    await type(0, '100')

    await act(() => change({ all: [] }))

    expect(texts()).toEqual(['', ''])
  })

  it('say what is wrong with bounds in the wrong order, and do not apply them', async () => {
    await show({ all: [{ field: 'spend', atLeastMinor: 10_000 }] }, 'USD')

    await type(1, '5')

    expect(root.querySelector('.field-error')?.textContent).toMatch(/above the second/)
    expect(segment.all).toEqual([{ field: 'spend', atLeastMinor: 10_000 }])
  })

  it('take the condition out when both are empty', async () => {
    await show({ all: [{ field: 'spend', atLeastMinor: 10_000 }] }, 'JPY')
    expect(texts()[0]).toBe('10000')

    await type(0, '')

    expect(segment.all).toEqual([])
  })
})

describe('the inputs for tenure', () => {
  it('count in months where the address holds months, and in days otherwise', async () => {
    await show({ all: [{ field: 'tenure', atLeastDays: 180, atMostDays: 365 }] })
    expect(texts()).toEqual(['6', '12'])

    await act(() => render(null, root))
    await show({ all: [{ field: 'tenure', atLeastDays: 100 }] })
    expect(texts()).toEqual(['100', ''])
  })

  it('keep the days when the unit changes', async () => {
    await show({ all: [{ field: 'tenure', atLeastDays: 180 }] })

    await choose('days')
    expect(texts()[0]).toBe('180')
    await type(0, '45')

    expect(segment.all).toEqual([{ field: 'tenure', atLeastDays: 45 }])
  })
})
