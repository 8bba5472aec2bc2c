import type { Link } from '../loader/link.ts'
import { element } from '../ui/element.ts'
import frameCss from './frame.css?inline'

/** A layer of ours in a shadow root: the widget's own, or one in an element of the host page. */
export type Stage = {
  layer: HTMLElement
  adopt(css: string): void
  /** Puts the layer into the page if it is not there, in the language and the place that hold now. Before all else. */
  turn(): void
  /** Says something to screen readers without moving the focus, once they know the place where it is said. */
  announce(text: string): void
  remove(): void
}

/** Screen readers pass over what stands in a live region when it comes into the page. */
const sayAfterMs = 100

/**
 * Nothing stands in the page before something is shown: the runtime may be there seconds ahead of a prompt, and an empty
 * layer would cost the page a frame.
 */
export function createStage(root: ShadowRoot, tokens: CSSStyleSheet, { locale, settings }: Link): Stage {
  const before = [...root.adoptedStyleSheets]
  const live = element('div', { class: 'unseen', role: 'status' })
  const layer = element('div', { class: 'layer' }, live)

  const adopted = new Set<string>()
  let saying: ReturnType<typeof setTimeout> | undefined

  const adopt = (css: string) => {
    // What was fetched for it may come once it is gone.
    if (adopted.has(css) || !layer.parentNode) return
    adopted.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }

  return {
    layer,
    adopt,
    turn() {
      if (!layer.parentNode) {
        root.append(layer)
        adopt(frameCss)
        // After the frame's sheet, which begins with a clean slate.
        root.adoptedStyleSheets.push(tokens)
      }
      const { tag, dir } = locale()
      layer.lang = tag
      layer.dir = dir
      layer.dataset.at = settings().position ?? ''
    },
    announce(text) {
      clearTimeout(saying)
      saying = setTimeout(() => {
        live.textContent = text
      }, sayAfterMs)
    },
    remove() {
      clearTimeout(saying)
      layer.remove()
      root.adoptedStyleSheets = before
    },
  }
}
