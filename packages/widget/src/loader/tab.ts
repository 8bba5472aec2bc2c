import { readAccent, textOn } from './accent.ts'
import { type Locale, tabLabels } from './languages.ts'
import css from './tab.css?inline'

/** The widget's element in the host page, with the feedback tab in its shadow root. */
export type Tab = {
  element: HTMLElement
  root: ShadowRoot
  /** Shows or hides the tab and puts it into words. */
  draw(locale: Locale, shown: boolean): void
  remove(): void
}

/**
 * Draws the tab at the inline end of the page. The element hangs on `<html>`, where neither a transform on the body
 * nor an app that replaces its body reaches it, and takes no room in the page's layout.
 * @param wanted called when a click is likely soon
 * @param opened called when the tab is pressed
 */
export function drawTab(accent: string, wanted: () => void, opened: () => void): Tab {
  const element = document.createElement('heed-widget')
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  const colour = readAccent(accent)
  sheet.replaceSync(`${css}:host{--heed-tab:rgb(${colour});--heed-on-tab:${textOn(colour)}}`)
  root.adoptedStyleSheets = [sheet]

  const region = document.createElement('div')
  const button = document.createElement('button')
  region.className = 'tab'
  // A landmark, so that a reader of the page finds the tab outside the host's own landmarks.
  region.setAttribute('role', 'region')
  region.hidden = true
  button.type = 'button'
  button.setAttribute('part', 'tab')
  button.setAttribute('aria-haspopup', 'dialog')
  for (const intent of ['pointerenter', 'focus', 'touchstart']) {
    button.addEventListener(intent, wanted, { passive: true })
  }
  button.addEventListener('click', opened)
  region.append(button)
  root.append(region)
  document.documentElement.append(element)

  return {
    element,
    root,
    draw({ tag, language, dir }, shown) {
      // An app that rewrites the whole document takes the element with it.
      if (!element.isConnected) document.documentElement.append(element)
      region.dir = dir
      region.lang = tag
      region.hidden = !shown
      region.setAttribute('aria-label', tabLabels[language])
      button.textContent = tabLabels[language]
    },
    remove: () => element.remove(),
  }
}
