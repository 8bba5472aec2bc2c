import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyPage } from './copy-page.ts'
import type { Resources } from './resources.ts'
import { createStyleBook, type StyleBook } from './style-book.ts'

const resources: Resources = { read: async () => undefined, readText: async () => undefined }
let book: StyleBook
let page: HTMLElement

beforeEach(() => {
  page = document.createElement('main')
  document.body.append(page)
  book = createStyleBook(document.documentElement)
})
afterEach(() => {
  book.remove()
  page.remove()
})

/** All that the picture is made of, as text. */
const copied = () => {
  const { copy } = copyPage({ book, resources, scale: 1 })
  return new XMLSerializer().serializeToString(copy) + book.sheet()
}

it.each([
  ['an input', '<input value="secret">'],
  ['an input without a type that anybody knows', '<input type="iban" value="secret">'],
  ['a text area', '<textarea>secret</textarea>'],
  ['a choice', '<select><option selected value="secret">secret</option></select>'],
  ['an editor', '<div contenteditable><p>secret</p></div>'],
  ['an editor of plain text', '<div contenteditable="plaintext-only">secret</div>'],
  ['a text box of the page’s own', '<div role="textbox">secret</div>'],
  ['what the page masks', '<p data-heed-mask title="secret"><b>secret</b><img alt="secret" src="/secret.png"></p>'],
  ['a drawing that the page masks', '<svg data-heed-mask><text>secret</text></svg>'],
  ['what is masked inside of what is lifted', '<p data-heed-unmask>Plain <b data-heed-mask>secret</b></p>'],
  ['what is lifted inside of what is masked', '<p data-heed-mask><input data-heed-unmask value="secret"></p>'],
  ['a lifted password', '<p data-heed-unmask><input type="PassWord" value="secret"></p>'],
  ['a lifted password that is shown', '<p data-heed-unmask><input autocomplete="current-password" value="secret"></p>'],
  ['a lifted card number', '<p data-heed-unmask><input autocomplete="billing cc-number" value="secret"></p>'],
  ['attributes that draw nothing', '<p title="secret" data-name="secret" aria-label="secret">Plain</p>'],
])('copies nothing of %s', (_, html) => {
  page.innerHTML = `${html}<p>Around it</p>`
  for (const field of page.querySelectorAll('input')) field.value = 'secret'

  const text = copied()

  expect(text).not.toMatch(/secret/)
  expect(text).toContain('Around it')
})

it('keeps the text of the page and the words on its buttons', () => {
  page.innerHTML =
    '<h1>Invoices</h1><button>New</button><input type="submit" value="Save"><p contenteditable="false">Still</p>'

  const text = copied()

  for (const word of ['Invoices', 'New', 'Save', 'Still']) expect(text).toContain(word)
})

it('shows what fields hold where the page lifts the mask', () => {
  page.innerHTML =
    '<form data-heed-unmask><input id="typed"><select><option>Red</option><option selected>Blue</option></select></form>'
  for (const field of page.querySelectorAll('input')) field.value = 'typed just now'

  const text = copied()

  expect(text).toContain('typed just now')
  expect(text).toContain('Blue')
  expect(text).not.toContain('Red')
})

it('masks across a shadow root', () => {
  page.innerHTML = '<my-card data-heed-mask></my-card><my-field></my-field>'
  for (const host of page.children) host.attachShadow({ mode: 'open' }).innerHTML = '<p>shown</p><input value="secret">'

  const text = copied()

  expect(text).not.toContain('secret')
  expect(text.match(/shown/g)).toHaveLength(1)
})

it('leaves the widget out, and scripts, and what is not displayed', () => {
  page.innerHTML =
    '<heed-help>widget</heed-help><script type="text/x">script</script><p style="display:none">gone</p><p>Here</p>'

  const text = copied()

  expect(text).not.toMatch(/widget|script|gone/)
  expect(text).toContain('Here')
})

it('leaves the page as it was', () => {
  page.innerHTML = '<p>Text</p><input value="kept"><img src="data:,">'
  book.remove()
  const before = document.documentElement.outerHTML

  book = createStyleBook(document.documentElement)
  copyPage({ book, resources, scale: 1 })
  book.remove()

  expect(document.documentElement.outerHTML).toBe(before)
})
