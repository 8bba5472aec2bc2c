import type { WidgetSettings } from '@heed/contracts'
import { readAccent, textOn } from './accent.ts'
import { type Locale, tabLabels } from './languages.ts'
import css from './launcher.css?inline'

/** The widget's element in the host page, with the launcher in its shadow root. */
export type Launcher = {
  element: HTMLElement
  root: ShadowRoot
  /**
   * Brings the launcher up to what is so now.
   * @param open what stands open: it makes room for a panel, and a button also for a prompt
   * @param unread replies that wait to be read
   */
  draw(locale: Locale, settings: WidgetSettings, open: 'panel' | 'prompt' | undefined, unread: number): void
  /** What was asked for is on its way, or did not come. */
  say(state?: 'busy' | 'failed'): void
}

const offset = 'var(--heed-offset,16px)'

/**
 * Draws the tab, or the floating button. The element hangs on `<html>`, where neither a transform on the body nor an app
 * that replaces its body reaches it, and takes no room in the page's layout.
 * @param wanted called when a click is likely soon
 * @param opened called when the launcher is pressed
 */
export function createLauncher(wanted: () => void, opened: () => void): Launcher {
  const element = document.createElement('heed-widget')
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  root.adoptedStyleSheets = [sheet]

  const region = document.createElement('div')
  const button = document.createElement('button')
  // A landmark, so that a reader of the page finds the launcher outside the host's own landmarks.
  region.className = 'at'
  region.setAttribute('role', 'region')
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('part', 'tab')
  button.type = 'button'
  for (const intent of ['pointerenter', 'focus']) button.addEventListener(intent, wanted)
  button.addEventListener('click', opened)
  region.append(button)
  root.append(region)

  return {
    element,
    root,
    draw({ language, dir }, { launcher, accent = '', position, font = '' }, open, unread) {
      // An app that rewrites the whole document takes the element with it.
      if (!element.isConnected) {
        document.documentElement.append(element)
        // Within a transform on `<html>` nothing is fixed to the window any more, but for what is in the top layer. Asked
        // in a frame, where the page is laid out anyway.
        requestAnimationFrame(() => {
          if (!element.offsetParent) return
          element.popover = 'manual'
          element.showPopover?.()
        })
      }
      const colour = readAccent(accent)
      const [edge, side] = (position ?? (dir === 'rtl' ? 'left' : 'right')).split('-')
      const place = side
        ? `${edge}:${offset};${side}:${offset};margin:0`
        : `${edge}:0;${/t$/.test(`${edge}`) ? 'top:25%;writing-mode:vertical-rl' : `inset-inline-end:${offset}`}`
      // The highest index there is, which a minifier of CSS would round. In the sheet, because `style` takes 3 kB
      // of memory in a page that does not use it itself.
      sheet.replaceSync(
        `${css}:host{z-index:var(--heed-z-index,2147483647)!important}.at{--tab:rgb(${colour});--on-tab:${textOn(colour)};--round:${side ? 26 : 10}px;${font && `--heed-font:${font.replace(/[;{}]/g, '')};`}${place}}`,
      )
      region.dir = dir
      region.lang = language
      region.hidden = /false/.test(`${launcher}`) || open === 'panel' || !!(side && open)
      region.setAttribute('aria-label', tabLabels[language])
      button.textContent = tabLabels[language] + (unread ? ` (${unread})` : '')
    },
    say(state) {
      button.setAttribute('aria-busy', `${state === 'busy'}`)
      // The arrow stands for "again": the press before did not get through.
      if (state === 'failed') button.append(' ↻')
    },
  }
}
