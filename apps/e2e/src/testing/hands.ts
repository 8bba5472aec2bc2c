import type { Locator, Page } from 'playwright-core'

/** How a person works a page. */
export type Hands = {
  choose: (what: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
  pick: (select: Locator, label: string) => Promise<void>
}

/** With a mouse or a finger. */
export const mouse: Hands = {
  choose: (what) => what.click(),
  write: (field, text) => field.fill(text),
  pick: async (select, label) => void (await select.selectOption({ label })),
}

const isFocused = (what: Locator) =>
  what.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element)

const mostTabs = 150

/** Moves the focus by Tab alone, as far as it takes; F6 is the widget's way in. @throws when it cannot be reached */
const tabTo = async (page: Page, what: Locator) => {
  await what.waitFor()
  for (let pressed = 0; pressed < mostTabs; pressed++) {
    if (await isFocused(what)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`cannot be reached with the Tab key: ${what}`)
}

/** With the keyboard alone: Tab to it, then Enter, Space or typing. */
export const keyboardOf = (page: Page): Hands => ({
  choose: async (what) => {
    // Of a group of radio buttons one is in the tab order; the arrows reach the others.
    if ((await what.getAttribute('role')) === 'radio' || (await what.getAttribute('type')) === 'radio') {
      await arrowTo(page, what)
      return page.keyboard.press('Space')
    }
    await tabTo(page, what)
    const box = (await what.getAttribute('type')) === 'checkbox'
    await page.keyboard.press(box ? 'Space' : 'Enter')
  },
  write: async (field, text) => {
    await tabTo(page, field)
    await page.keyboard.type(text)
  },
  pick: async (select, label) => {
    await tabTo(page, select)
    await page.keyboard.type(label)
  },
})

const arrowTo = async (page: Page, radio: Locator) => {
  const group = radio.locator('xpath=ancestor::*[@role="radiogroup" or self::fieldset][1]')
  const first = group
    .locator('[role=radio][tabindex="0"], input[type=radio], [role=radio]:not([tabindex="-1"])')
    .first()
  await tabTo(page, first)
  for (let pressed = 0; pressed < 12; pressed++) {
    if (await isFocused(radio)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`cannot be reached with the arrow keys: ${radio}`)
}
