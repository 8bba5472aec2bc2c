import type { ComponentChildren } from 'preact'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surveyOf, workspace } from '../testing.tsx'
import { BuilderProvider } from './builder-context.ts'
import { MomentField } from './moment-field.tsx'

let root: HTMLElement
let given: (string | null)[]

const inBuilder = (children: ComponentChildren) => (
  <BuilderProvider
    value={{
      workspace,
      survey: surveyOf(),
      definition: surveyOf(),
      mayChange: true,
      faults: [],
      change: () => undefined,
      language: 'en',
      setLanguage: () => undefined,
    }}
  >
    {children}
  </BuilderProvider>
)
const show = (value: string | null) =>
  act(() =>
    render(
      inBuilder(
        <MomentField label="Start" path="schedule.startsAt" hint="" value={value} onValue={(v) => given.push(v)} />,
      ),
      root,
    ),
  )
const field = () => root.querySelector('input') ?? document.createElement('input')
const type = (value: string) =>
  act(() => {
    field().value = value
    field().dispatchEvent(new InputEvent('input', { bubbles: true }))
  })

beforeEach(() => {
  given = []
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, root)
  root.remove()
})

describe('a day and time', () => {
  it('waits for the whole year, and leaves what is typed so far', async () => {
    await show(new Date('2026-03-05T10:30').toISOString())

    for (const year of ['0002', '0020', '0202']) await type(`${year}-03-05T10:30`)
    await show(new Date('2026-03-05T10:30').toISOString())
    expect([given, field().value]).toEqual([[], '0202-03-05T10:30'])
    await type('2027-03-05T10:30')

    expect(given).toEqual([new Date('2027-03-05T10:30').toISOString()])
  })

  it('shows a year of old as the field can hold it', async () => {
    const old = new Date('2026-03-05T10:30')
    old.setFullYear(2)

    await show(old.toISOString())

    expect(field().value).toMatch(/^0002-/)
  })
})
