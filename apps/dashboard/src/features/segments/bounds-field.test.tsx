import type { SegmentCondition } from '@heed/contracts'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { SpendFields, TenureFields } from './number-fields.tsx'

type Spend = Extract<SegmentCondition, { field: 'spend' }>
type Tenure = Extract<SegmentCondition, { field: 'tenure' | 'seats' }>

let held: unknown
let change: (test: Spend['test']) => void

/** Stands for the editor, which holds the condition. */
function Spend({ start, currency }: { start: Spend['test']; currency: string }) {
  const [test, setTest] = useState(start)
  held = test
  change = setTest
  return <SpendFields test={test} currency={currency} onChange={setTest} />
}
function Tenure({ start }: { start: Tenure['test'] }) {
  const [test, setTest] = useState(start)
  held = test
  return <TenureFields test={test} onChange={setTest} />
}

const root = document.body.appendChild(document.createElement('div'))
const showSpend = (start: Spend['test'], currency = 'USD') =>
  act(() => render(<Spend start={start} currency={currency} />, root))
const showTenure = (start: Tenure['test']) => act(() => render(<Tenure start={start} />, root))
const inputs = () => [...root.querySelectorAll<HTMLInputElement>('input[type=number]')]
const texts = () => inputs().map((input) => input.value)
const type = (at: number, value: string) =>
  act(() => {
    const input = inputs()[at]
    if (!input) throw new Error(`there is no input ${at}`)
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
const press = (name: string) =>
  act(() => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    if (!button) throw new Error(`there is no button ${name}`)
    button.click()
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
  it('show major units of the minor ones that are kept, and write them back', async () => {
    await showSpend({ op: 'between', from: 9990 })
    expect(texts()).toEqual(['99.9', ''])

    await type(1, '500')

    expect(held).toEqual({ op: 'between', from: 9990, to: 50_000 })
  })

  it('leave what is being typed alone', async () => {
    await showSpend({ op: 'between' })

    await type(0, '100.50')

    expect(texts()[0]).toBe('100.50')
    expect(held).toEqual({ op: 'between', from: 10_050 })
  })

  it('follow what is kept when it changes elsewhere, also after a mistake', async () => {
    await showSpend({ op: 'between' })
    await type(0, '100')
    await type(1, '5')

    await act(() => change({ op: 'between' }))

    expect(texts()).toEqual(['', ''])
    expect(root.querySelector('.field-error')).toBeNull()
  })

  it.each([
    ['5', /above the second/],
    ['-1', /zero or more/],
    ['100000000000000', /up to/],
  ])('say what is wrong with at most %s, and do not apply it', async (typed, fault) => {
    await showSpend({ op: 'between', from: 10_000 })

    await type(1, typed)

    expect(root.querySelector('.field-error')?.textContent).toMatch(fault)
    expect(texts()[1]).toBe(typed)
    expect(held).toEqual({ op: 'between', from: 10_000 })
  })

  it('wait for a value again when both are empty', async () => {
    await showSpend({ op: 'between', from: 10_000 }, 'JPY')
    expect(texts()[0]).toBe('10000')

    await type(0, '')

    expect(held).toEqual({ op: 'between' })
  })
})

describe('the inputs for tenure', () => {
  it('count in months where months are kept, and in days otherwise', async () => {
    await showTenure({ op: 'between', from: 180, to: 365 })
    expect(texts()).toEqual(['6', '12'])

    await act(() => render(null, root))
    await showTenure({ op: 'between', from: 100 })
    expect(texts()).toEqual(['100', ''])
  })

  it('keep the days when the unit changes', async () => {
    await showTenure({ op: 'between', from: 180 })

    await choose('days')
    expect(texts()[0]).toBe('180')
    await type(0, '45')

    expect(held).toEqual({ op: 'between', from: 45 })
  })

  it('offer common lengths as one press', async () => {
    await showTenure({ op: 'between' })

    await press('6 months or longer')

    expect(held).toEqual({ op: 'between', from: 180 })
    expect(texts()).toEqual(['6', ''])
  })
})
