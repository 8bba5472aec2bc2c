import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type KeyMap, readStroke, useKeys } from './keyboard.ts'

describe('reading strokes', () => {
  const bindings = new Set(['r', 'j', 'g o', 'g r'])

  it('takes a sequence over the single key of its second stroke', () => {
    const first = readStroke(null, 'g', 0, bindings)
    const second = readStroke(first.pending, 'r', 300, bindings)

    expect(first.match).toBeNull()
    expect(second).toEqual({ match: 'g r', pending: null })
  })

  it('forgets a sequence that was not finished in time or goes on otherwise', () => {
    const { pending } = readStroke(null, 'g', 0, bindings)

    expect(readStroke(pending, 'r', 5000, bindings).match).toBe('r')
    expect(readStroke(pending, 'j', 100, bindings)).toEqual({ match: 'j', pending: null })
    expect(readStroke(pending, 'x', 100, bindings)).toEqual({ match: null, pending: null })
  })
})

describe('keys of a page', () => {
  const Keys = ({ map }: { map: KeyMap }) => {
    useKeys(map)
    return <input aria-label="text" />
  }
  const place = document.body.appendChild(document.createElement('div'))
  const show = (maps: KeyMap[]) =>
    act(() =>
      render(
        maps.map((map, at) => <Keys key={at} map={map} />),
        place,
      ),
    )
  const press = (key: string, on: EventTarget = document.body, held: KeyboardEventInit = {}) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))

  afterEach(() => act(() => render(null, place)))

  it('run once, and stop with the component', async () => {
    const run = vi.fn()
    await show([{ j: run }])

    press('j')
    await act(() => render(null, place))
    press('j')

    expect(run).toHaveBeenCalledTimes(1)
  })

  it('work beside a box to tick, which keeps the keys that work it', async () => {
    const runs = { j: vi.fn(), ' ': vi.fn(), ArrowDown: vi.fn() }
    await show([runs])
    const box = place.querySelector('input') ?? document.createElement('input')

    for (const type of ['checkbox', 'radio']) {
      box.type = type
      for (const key of Object.keys(runs)) press(key, box)
    }

    expect(Object.values(runs).map((run) => run.mock.calls.length)).toEqual([2, 0, 0])
  })

  it('belong to the text field that is typed in, and to the browser when a modifier is held', async () => {
    const run = vi.fn()
    await show([{ r: run }])

    press('r', place.querySelector('input') ?? place)
    press('r', document.body, { ctrlKey: true })
    press('r', document.body, { metaKey: true })

    expect(run).not.toHaveBeenCalled()
  })

  it('do not fire twice when two components share the keyboard', async () => {
    const reply = vi.fn()
    const goToResponses = vi.fn()
    await show([{ 'g r': goToResponses }, { r: reply }])

    press('g')
    press('r')

    expect(goToResponses).toHaveBeenCalledTimes(1)
    expect(reply).not.toHaveBeenCalled()
  })

  it('rest while a dialog is open', async () => {
    const run = vi.fn()
    await show([{ j: run }])
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.setAttribute('open', '')

    press('j')
    dialog.remove()

    expect(run).not.toHaveBeenCalled()
  })
})
