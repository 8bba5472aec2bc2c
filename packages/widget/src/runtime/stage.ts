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

export function createStage(root: ShadowRoot, tokens: CSSStyleSheet, { locale, settings }: Link): Stage {
  const before = root.adoptedStyleSheets
  const live = element('div', { class: 'unseen', role: 'status' })
  const layer = element('div', { class: 'layer' }, live)

  const adopted = new Set<string>()

  const adopt = (css: string) => {
    // What was fetched for it may come once it is gone.
    if (adopted.has(css) || !layer.parentNode) return
    adopted.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  root.append(layer)
  adopt(frameCss)
  // After the frame's sheet, which begins with a clean slate.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, tokens]

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
