import type { WidgetSettings } from '@heed/contracts'
import { accentOf, readAccent, textOn } from './accent.ts'
import { type Locale, tabLabels } from './languages.ts'
import css from './launcher.css?inline'
import type { Open } from './link.ts'

/** The widget's element in the host page, with the launcher in its shadow root. */
export type Launcher = {
  element: HTMLElement
  root: ShadowRoot
  /**
   * Brings the launcher up to what is so now.
   * @param open what stands open: it makes room for a panel, and where a prompt would cover it also for that
   * @param unread replies that wait to be read
   */
  draw(locale: Locale, settings: WidgetSettings, hidden: unknown, open: Open, unread: number): void
  /** What was asked for is on its way, or did not come. */
  say(state?: 'busy' | 'failed'): void
}

const offset = 'var(--heed-offset,16px)'

/**
 * Draws the tab, or the floating button. The element hangs on `<html>`, where neither a transform on the body nor an app
 * that replaces its body reaches it, and takes no room in the page's layout.
 * @param ownAccent of the workspace, where the host page sets none
 * @param wanted called when a click is likely soon
 * @param opened called when the launcher is pressed
 */
export function createLauncher(ownAccent: string, wanted: () => void, opened: () => void): Launcher {
  const element = document.createElement('heed-widget')
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  root.adoptedStyleSheets = [sheet]

  // A landmark, so that a reader of the page finds the launcher outside the host's own landmarks.
  const region = document.createElement('section')
  // No `<button>`, whose interface takes 5 kB of memory in a page that makes none by script.
  const button = document.createElement('b')
  region.className = 'at'
  button.setAttribute('role', 'button')
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('part', 'tab')
  button.tabIndex = 0
  button.addEventListener('pointerenter', wanted)
  button.addEventListener('focus', wanted)
  button.addEventListener('click', opened)
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    // Space would scroll the page.
    event.preventDefault()
    if (!event.repeat) opened()
  })
  region.append(button)
  root.append(region)

  /** What the sheet says of its own: most looks change nothing, and a sheet that is set anew costs the page a style pass. */
  let drawn = ''
  let label = ''
  let state: 'busy' | 'failed' | undefined

  const say: Launcher['say'] = (now) => {
    state = now
    button.setAttribute('aria-busy', `${state === 'busy'}`)
    // The arrow stands for "again": the press before did not get through.
    button.textContent = state === 'failed' ? `${label} ↻` : label
  }

  return {
    element,
    root,
    draw({ language, dir }, { launcher, accent, position, font }, hidden, open, unread) {
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
      const colour = readAccent(accentOf(accent, ownAccent))
      const [edge, side] = `${position || (dir === 'rtl' ? 'left' : 'right')}`.split('-')
      // A tab at the left or the right, out of the way of cards.
      const isUpright = /t$/.test(`${edge}`)
      const place = side
        ? `${edge}:${offset};${side}:${offset};margin:0`
        : `${edge}:0;${isUpright ? 'top:25%;writing-mode:vertical-rl' : `inset-inline-end:${offset}`}`
      const own = `.at{${font ? `--heed-font:${`${font}`.replace(/[;{}]/g, '')};` : ''}${place}}.at b{background:rgb(${colour});color:${textOn(colour)};border-radius:${side ? 26 : 10}px}`
      // The highest index there is, which a minifier of CSS would round. In the sheet, because `style` takes 3 kB
      // of memory in a page that does not use it itself.
      if (own !== drawn) sheet.replaceSync(`${css}:host{z-index:var(--heed-z-index,2147483647)!important}${own}`)
      drawn = own
      region.dir = dir
      region.lang = language
      region.hidden = !!hidden || /false/.test(`${launcher}`) || !!(isUpright ? open?.panel : open)
      region.setAttribute('aria-label', tabLabels[language])
      const before = label
      label = tabLabels[language] + (unread ? ` (${unread})` : '')
      if (label !== before) say(state)
    },
    say,
  }
}
