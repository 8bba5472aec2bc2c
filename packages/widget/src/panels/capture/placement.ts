import type { Declared } from './style-book.ts'

/** Where the picture looks: the size of the window or frame, and whether it or anything in it is scrolled here. */
export type Scope = { width: number; height: number; scrolled: boolean }

const boxes = /^(block|flex|grid|inline-block|list-item|flow-root|table|table-row|table-row-group)$/

/** Nothing of it can be seen, so its inside need not be copied. */
export function isOutOfSight(element: Element, style: CSSStyleDeclaration, scope: Scope): boolean {
  if (!boxes.test(style.display) || !isOutside(element, style, scope)) return false
  // What is fixed can be seen wherever it stands in the document.
  for (const inner of element.querySelectorAll('*')) {
    const { position, display } = getComputedStyle(inner)
    if (position === 'fixed' && display !== 'none') return false
  }
  return true
}

function isOutside(element: Element, { overflow }: CSSStyleDeclaration, { width, height }: Scope): boolean {
  const box = element.getBoundingClientRect()
  if (!box.width || !box.height) return false
  // What overflows can be seen where the element is not; shadows and the like reach a little further.
  const spills = overflow === 'visible'
  const reach = 40
  const right = Math.max(box.right, spills ? box.left + element.scrollWidth : 0)
  const left = Math.min(box.left, spills ? box.right - element.scrollWidth : width)
  const bottom = Math.max(box.bottom, spills ? box.top + element.scrollHeight : 0)
  return bottom < -reach || box.top > height + reach || right < -reach || left > width + reach
}

/** A box of its size without content; an inline element, which has no size of its own, becomes one. */
export function boxIn(declared: Declared, element: Element, style: CSSStyleDeclaration): void {
  if (style.display === 'inline') {
    const { width, height } = element.getBoundingClientRect()
    declared.set('display', 'inline-block').set('overflow', 'hidden')
    declared.set('box-sizing', 'border-box').set('width', `${width}px`).set('height', `${height}px`)
  } else declared.set('min-width', style.width).set('min-height', style.height).set('flex', 'none')
}

/** Clipped as on the page, but without bars. The window itself clips what overflows the page. */
export function hideScrollbars(declared: Declared, style: CSSStyleDeclaration, isPage: boolean): void {
  if (style.overflow === 'visible') return
  for (const name of ['overflow-x', 'overflow-y']) declared.set(name, isPage ? 'visible' : 'hidden')
}

/** How far the inside of an element is moved, in pixels from its own left and top edge. */
export function scrollOf(
  element: Element,
  { direction }: CSSStyleDeclaration,
): { left: number; top: number } | undefined {
  const { scrollLeft, scrollTop, scrollWidth, clientWidth } = element
  if (!scrollLeft && !scrollTop) return undefined
  return { top: -scrollTop, left: -scrollLeft + (direction === 'rtl' ? clientWidth - scrollWidth : 0) }
}

/** How an element is laid out inside, as against how it lies in what is around it. */
const insideOnly =
  /^(display|padding|align-(content|items)|justify-(content|items)|place-|flex-(direction|wrap)|grid-(auto|template)|(row|column)-gap|column)/

/**
 * Splits a scrolled element into a frame that stands where it stood, and its inside, moved: a picture cannot scroll.
 * @returns the declarations of the inside; those of the frame are changed in place
 */
export function splitScrolled(declared: Declared, element: Element, style: CSSStyleDeclaration): Declared {
  const scroll = scrollOf(element, style) ?? { left: 0, top: 0 }
  const inside: Declared = new Map()
  for (const [name, value] of declared) {
    if (!insideOnly.test(name)) continue
    inside.set(name, value)
    if (name !== 'display') declared.delete(name)
  }
  for (const [name, value] of Object.entries({ ...scroll, width: element.scrollWidth, height: element.scrollHeight })) {
    inside.set(name, `${value}px`)
  }
  inside.set('position', 'absolute').set('box-sizing', 'border-box')
  const inline = style.display.startsWith('inline')
  declared
    .set('display', inline ? 'inline-block' : 'block')
    .set('padding', '0')
    .set('box-sizing', 'border-box')
  const { offsetWidth, offsetHeight } = element as HTMLElement
  declared.set('width', `${offsetWidth}px`).set('height', `${offsetHeight}px`)
  if (style.position === 'static') declared.set('position', 'relative')
  if (inside.get('display')?.startsWith('inline'))
    inside.set('display', style.display.replace(/inline-?/, '') || 'block')
  return inside
}

/** Stands over everything, where the browser's top layer put it. */
export function raise(declared: Declared, element: Element): void {
  place(declared, element)
  declared.set('z-index', '2147483647')
}

function place(declared: Declared, element: Element): void {
  const { left, top } = element.getBoundingClientRect()
  declared.set('position', 'fixed').set('margin', '0')
  declared.set('left', `${left}px`).set('top', `${top}px`).set('right', 'auto').set('bottom', 'auto')
}

/**
 * Puts a sticky element where scrolling has left it.
 * @returns the declarations of what keeps its place in the flow, where it must be taken out of it
 */
export function unstick(declared: Declared, element: Element, style: CSSStyleDeclaration): Declared | undefined {
  if (!style.display.startsWith('table')) {
    const kept: Declared = new Map(declared)
    kept.set('position', 'static').set('visibility', 'hidden')
    place(declared, element)
    return kept
  }
  // Rows and cells cannot leave their table; they moved away from the row or table around them.
  const [box, around] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()]
  const first = !element.previousElementSibling
  declared.set('position', 'relative').set('right', 'auto').set('bottom', 'auto')
  declared.set('top', `${around ? box.top - around.top : 0}px`)
  declared.set('left', `${around && first ? box.left - around.left : 0}px`)
  return undefined
}
