import { afterEach, expect, it, vi } from 'vitest'
import { chooseLocale } from './languages.ts'
import { createLauncher, type Launcher } from './launcher.ts'

let launcher: Launcher

const drawnWithin = (offsetParent: Element | null) => {
  launcher = createLauncher(
    () => {},
    () => {},
  )
  const showPopover = vi.fn()
  Object.assign(launcher.element, { showPopover, offsetParent })
  launcher.draw(chooseLocale(['en']), {}, undefined, 0)
  launcher.draw(chooseLocale(['en']), {}, undefined, 1)
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
