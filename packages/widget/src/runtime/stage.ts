import type { Link } from '../loader/link.ts'
import { element } from '../ui/element.ts'
import frameCss from './frame.css?inline'

/** A layer of ours in a shadow root: the widget's own, or one in an element of the host page. */
export type Stage = {
  layer: HTMLElement
  adopt(css: string): void
  /** Puts the layer into the language and the place that hold now. */
  turn(): void
  /** Says something to screen readers without moving the focus. */
  announce(text: string): void
  remove(): void
}

/** One sheet for each text, whichever and how many roots adopt it. */
const sheets = new Map<string, CSSStyleSheet>()

export function createStage(root: ShadowRoot, tokens: CSSStyleSheet, { locale, settings }: Link): Stage {
  const before = root.adoptedStyleSheets
  const live = element('div', { class: 'unseen', role: 'status' })
  const layer = element('div', { class: 'layer' }, live)

  const adopt = (css: string) => {
    let sheet = sheets.get(css)
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      sheets.set(css, sheet)
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  adopt(frameCss)
  // After the frame's sheet, which begins with a clean slate.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, tokens]
  root.append(layer)

  return {
    layer,
    adopt,
    turn() {
      const { tag, dir } = locale()
      layer.lang = tag
      layer.dir = dir
      layer.dataset.at = settings().position ?? ''
    },
    announce(text) {
      live.textContent = text
    },
    remove() {
      layer.remove()
      root.adoptedStyleSheets = before
    },
  }
}
