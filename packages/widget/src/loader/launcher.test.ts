import { afterEach, expect, it, vi } from 'vitest'
import { chooseLocale } from './languages.ts'
import { createLauncher, type Launcher } from './launcher.ts'

let launcher: Launcher

const drawnWithin = (offsetParent: Element | null) => {
  launcher = createLauncher(
    '#2b59c3',
    () => {},
    () => {},
  )
  const showPopover = vi.fn()
  Object.assign(launcher.element, { showPopover, offsetParent })
  launcher.draw(chooseLocale(['en']), {}, false, undefined, 0)
  launcher.draw(chooseLocale(['en']), {}, false, undefined, 1)
  return showPopover
}

afterEach(() => launcher.element.remove())

it('stands on <html>, in the order that its z-index gives it', () => {
  expect(drawnWithin(null)).not.toHaveBeenCalled()
  expect(launcher.element.parentElement).toBe(document.documentElement)
})

it('goes into the top layer where <html> itself is transformed and would carry it along', async () => {
  const showPopover = drawnWithin(document.documentElement)

  await vi.waitFor(() => expect(showPopover).toHaveBeenCalledTimes(1))
})

it('goes on saying that a press did not get through when the number of replies changes', () => {
  drawnWithin(null)
  launcher.say('failed')

  launcher.draw(chooseLocale(['en']), {}, false, undefined, 2)

  expect(launcher.root.querySelector('[part=tab]')?.textContent).toBe('Feedback (2) ↻')
})

it('is pressed by Enter and Space like a button of the page, once while they are held, and scrolls nothing', () => {
  const opened = vi.fn()
  launcher = createLauncher('#2b59c3', () => {}, opened)
  const button = launcher.root.querySelector<HTMLElement>('[role=button]')
  const press = (key: string, repeat = false) =>
    button?.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, cancelable: true }))

  expect(press('Tab')).toBe(true)
  expect(opened).not.toHaveBeenCalled()
  expect([press('Enter'), press('Enter', true), press(' ')]).toEqual([false, false, false])

  expect(opened).toHaveBeenCalledTimes(2)
  expect(button?.tabIndex).toBe(0)
})

it('sets its sheet anew only when it looks different, and says once that a press failed', () => {
  launcher = createLauncher(
    '#2b59c3',
    () => {},
    () => {},
  )
  const [sheet] = launcher.root.adoptedStyleSheets
  const sets = vi.spyOn(sheet as CSSStyleSheet, 'replaceSync')
  const draw = (accent?: string) =>
    launcher.draw(chooseLocale(['en']), accent === undefined ? {} : { accent }, false, undefined, 0)
  draw()
  draw()
  expect(sets).toHaveBeenCalledTimes(1)

  draw('#a00')
  launcher.say('failed')
  launcher.say('failed')
  draw('#a00')

  expect(sets).toHaveBeenCalledTimes(2)
  expect(launcher.root.querySelector('[part=tab]')?.textContent).toBe('Feedback ↻')
})
