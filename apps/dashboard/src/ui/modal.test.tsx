import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { giveFocus } from './give-focus.ts'
import { Modal } from './modal.tsx'

let root: HTMLElement
const find = (selector: string) => root.querySelector<HTMLElement>(selector)
const show = (dialog: preact.ComponentChildren) =>
  act(() =>
    render(
      <>
        <button type="button" id="opener" />
        <h2 id="heading" tabIndex={-1}>
          Keys
        </h2>
        {dialog}
      </>,
      root,
    ),
  )

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, root)
  root.remove()
})

describe('a dialog', () => {
  it('opens in its first field, so that what is typed at once is written there', async () => {
    await show(
      <Modal title="New idea" onClose={() => undefined}>
        <button type="button" />
        <input type="hidden" />
        <textarea />
        <input />
      </Modal>,
    )

    expect(document.activeElement).toBe(find('textarea'))
  })

  it('opens where it says itself, and at its own beginning where it has no field', async () => {
    const focused = vi.spyOn(HTMLInputElement.prototype, 'focus')
    await show(
      <Modal title="Delete it?" onClose={() => undefined}>
        <input />
        {/* biome-ignore lint/a11y/noAutofocus: what is tested */}
        <button type="button" autoFocus />
      </Modal>,
    )
    await show(null)
    await show(
      <Modal title="Keys" onClose={() => undefined}>
        <p />
      </Modal>,
    )

    expect(find('dialog')?.hasAttribute('open')).toBe(true)
    expect(focused).not.toHaveBeenCalled()
  })

  it('is closed when it is taken away, which frees the page, and tells nobody that it was', async () => {
    const onClose = vi.fn()
    await show(<Modal title="New idea" onClose={onClose} children={null} />)
    const dialog = find('dialog') as HTMLDialogElement
    const closed = vi.spyOn(dialog, 'close')

    await show(null)

    expect(closed).toHaveBeenCalledOnce()
    expect(dialog.open).toBe(false)
    expect(onClose).not.toHaveBeenCalled()
  })

  it('lets a place of the page have the focus once it is gone, not before', async () => {
    const dialog = (
      <Modal title="Revoke?" onClose={() => undefined}>
        <input />
      </Modal>
    )
    await show(dialog)

    giveFocus(find('#heading'))
    const meanwhile = document.activeElement
    await show(null)

    expect(meanwhile?.tagName).toBe('INPUT')
    expect(document.activeElement).toBe(find('#heading'))
    giveFocus(find('#opener'))
    expect(document.activeElement).toBe(find('#opener'))
  })
})
