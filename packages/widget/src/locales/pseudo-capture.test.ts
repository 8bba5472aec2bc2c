import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLocale } from '../loader/languages.ts'
import { editPicture } from '../panels/capture/editor.ts'
import { texts as captureTexts } from './capture/en.ts'
import { fill } from './fill.ts'
import { createEyes, pseudo } from './pseudo.ts'

const texts = pseudo(captureTexts)
let layer: HTMLElement

beforeEach(() => {
  const pen = { translate() {}, drawImage() {}, fillRect() {}, strokeRect() {} }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null)
  layer = document.createElement('div')
  document.body.append(layer)
})
afterEach(() => {
  layer.remove()
  vi.restoreAllMocks()
})

it('says every word that a translator is given, and none of its own', async () => {
  const eyes = createEyes()
  const picture = document.createElement('canvas')
  const edited = editPicture({ layer, texts, locale: chooseLocale(['en']), fill }, picture)
  const click = (words: string) => {
    const button = [...layer.querySelectorAll('button')].find(
      (each) => each.textContent === words || each.getAttribute('aria-label') === words,
    )
    if (!button) throw new Error(`there is no button “${words}” in: ${layer.textContent}`)
    button.click()
    eyes.look(layer)
  }
  const press = (key: string) => {
    const place = layer.querySelector('[role=application]')
    place?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    eyes.look(layer)
  }

  eyes.look(layer)
  for (const tool of [texts.box, texts.hide, texts.crop]) {
    click(tool)
    press('ArrowRight')
    press('Enter')
  }
  click(texts.undo)
  click(texts.redo)
  click(texts.cancel)

  expect(await edited).toBeUndefined()
  expect(eyes.strangers()).toEqual([])
  expect(eyes.missing(texts)).toEqual([])
})
