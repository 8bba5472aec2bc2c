import type { TriggerOptions } from './triggers.ts'

/**
 * How far the page of now was scrolled through, in per cent: where the lower edge of the window came to. Many apps scroll
 * in an element that fills the window; it counts as the page. A page that was not scrolled stands at 0, however short.
 */
export function watchScroll({ config, signal, changed }: TriggerOptions): () => number {
  let path = ''
  let percent = 0
  const furthest = () => (path === location.pathname ? percent : 0)

  document.addEventListener(
    'scroll',
    ({ target }) => {
      const area = target instanceof Element ? target : document.scrollingElement
      if (!area || area.clientHeight < innerHeight / 2 || area.clientWidth < innerWidth / 2) return
      const { scrollTop, clientHeight, scrollHeight } = area
      const now = Math.round((100 * (scrollTop + clientHeight)) / scrollHeight)
      const before = furthest()
      path = location.pathname
      percent = Math.max(now, before)
      // Only then, because everything is looked at anew.
      if (config.surveys.some(({ trigger: { scroll = 101 } }) => before < scroll && scroll <= now)) changed()
    },
    // What an element scrolls does not bubble.
    { signal, passive: true, capture: true },
  )

  return furthest
}
