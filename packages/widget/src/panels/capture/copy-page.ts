import { backdropOf, styleOf } from './backdrop.ts'
import * as placement from './placement.ts'
import { copyAttributes, copyShape, copyValue, keepWritable, pictureIn, replaced } from './replaced.ts'
import type { Resources } from './resources.ts'
import { type Sight, sightOf } from './sight.ts'
import type { Declared, StyleBook } from './style-book.ts'

const xhtml = 'http://www.w3.org/1999/xhtml'
const nothing: Declared = new Map()

/** Never drawn, or drawn by what is around them. */
const unseen = /^(script|style|noscript|template|link|meta|head|title|base|source|track|param)$/
/** Their copy shows the box alone. */
const frames = /^(iframe|frame|object|embed|portal)$/
/** What they hold stands in the middle, on one line. */
const writes = /^(input|select)$/
const widget = /^heed-(widget|help|survey)$/
/** Solid, and darker and lighter than the usual pages, so that it is seen to be a cover. */
const cover = '#8f8f8f'

export type CopyOptions = {
  book: StyleBook
  resources: Resources
  /** Bitmap pixels for a pixel of the page. */
  scale: number
}

type Around = { sight: Sight; declared: Declared; scope: placement.Scope }

/**
 * Copies what can be seen of the page, as it looks now, into elements that belong to no window: nothing in them loads,
 * runs or is watched by the page. Masked elements and the widget are boxes without content.
 * @returns the copy, and what ends when all pictures in it have been read or given up
 */
export function copyPage({ book, resources, scale }: CopyOptions) {
  const paper = document.implementation.createHTMLDocument('')
  const pictures: Promise<unknown>[] = []

  /** A window or frame, looked at from its corner. */
  function copyView(view: Document, width: number, height: number, sight: Sight): HTMLElement {
    const root = view.documentElement
    const { scrollLeft, scrollTop, scrollHeight } = view.scrollingElement ?? root
    const box = paper.createElement('div')
    box.style.cssText = `position:relative;overflow:hidden;width:${width}px;height:${height}px;transform:translate(0)`
    const moved = paper.createElement('div')
    moved.style.cssText = `position:absolute;left:${-scrollLeft}px;top:${-scrollTop}px;width:${root.clientWidth}px`
    moved.style.minHeight = `${Math.max(scrollHeight, height)}px`
    const { colour, image } = backdropOf(view)
    box.style.backgroundColor = colour
    if (image) (image.get('background-attachment') === 'scroll' ? moved : box).className = book.classOf(image)
    const scope = { width, height, scrolled: scrollLeft !== 0 || scrollTop !== 0 }
    const copied = copy(root, { sight, declared: nothing, scope })
    if (copied) moved.append(copied)
    box.append(moved)
    return box
  }

  function copy(node: Node, around: Around): Node | undefined {
    if (node.nodeType === 3) return around.sight === 'masked' ? undefined : paper.createTextNode((node as Text).data)
    if (node.nodeType !== 1) return undefined
    const element = node as Element
    return element.namespaceURI === xhtml ? copyElement(element, around) : copyDrawn(element, around)
  }

  function copyElement(element: Element, around: Around): Node | undefined {
    const tag = element.localName
    const style = styleOf(element)
    if (unseen.test(tag) || style.display === 'none') return undefined
    const sight = sightOf(element, around.sight)
    const page = isPage(element)
    const like =
      /^(html|body)$/.test(tag) || frames.test(tag) || sight === 'masked' || !/^[a-z][a-z0-9]*$/.test(tag)
        ? boxTag(tag)
        : tag
    const made = paper.createElement(like)
    if (!page && placement.isOutOfSight(element, style, around.scope)) {
      return blank(made, book.declareBox(style, like), element, style)
    }
    const declared = book.declare(style, like, around.declared)
    const kept = settle(element, style, declared, around.scope)

    if (style.display !== 'contents') {
      if (widget.test(tag)) return blank(made, declared, element, style)
      if (sight === 'masked') return covered(made, declared, element, style)
      if (frames.test(tag)) return framed(made, declared, element, style, sight)
      if (replaced.has(tag)) return pictured(paper.createElement('span'), declared, element, style)
    }
    if (sight !== 'masked') copyAttributes(element, made)
    const scrolled = !page && placement.scrollOf(element, style)
    const inside = scrolled ? placement.splitScrolled(declared, element, style) : undefined
    made.className = [book.classOf(declared), ...(sight === 'masked' ? [] : pseudos(element, declared))].join(' ')
    if (sight === 'lifted') copyValue(element, made)
    const scope = scrolled ? { ...around.scope, scrolled: true } : around.scope
    const inner = inside ? paper.createElement('div') : made
    if (inside) {
      inner.className = book.classOf(inside)
      made.append(inner)
    }
    copyChildren(element, inner, { sight, declared: inside ? new Map([...declared, ...inside]) : declared, scope })
    return kept ? withPlaceholder(made, kept, like) : made
  }

  /** SVG and MathML. */
  function copyDrawn(element: Element, around: Around): Node | undefined {
    const style = styleOf(element)
    if (unseen.test(element.localName)) return undefined
    const root = element.localName === 'svg'
    const sight = sightOf(element, around.sight)
    if (style.display === 'none' && root) return sight === 'masked' ? undefined : copyDefinitions(element)
    const declared = book.declare(style, `svg ${element.localName}`, around.declared)
    if (sight === 'masked') return root ? covered(paper.createElement('div'), declared, element, style) : undefined
    const made = paper.createElementNS(element.namespaceURI, element.localName)
    copyShape(element, made)
    made.setAttribute('class', book.classOf(declared))
    const address = element.localName === 'image' && made.getAttribute('href')
    if (address) {
      made.removeAttribute('href')
      const reading = resources.read(new URL(address, element.baseURI).href)
      pictures.push(reading.then((data) => data && made.setAttribute('href', data)))
    }
    copyChildren(element, made, { ...around, sight, declared })
    return made
  }

  function copyChildren(from: Element, to: Element, around: Around) {
    const slotted = from.localName === 'slot' ? (from as HTMLSlotElement).assignedNodes() : []
    const children = slotted.length ? slotted : (from.shadowRoot ?? from).childNodes
    if (/^(select|textarea)$/.test(from.localName)) return
    for (const child of children) {
      const copied = copy(child, around)
      if (copied) to.append(copied)
    }
  }

  /** Symbols and gradients are used from drawings that are not shown themselves. */
  function copyDefinitions(element: Element): Node | undefined {
    if (!element.querySelector('[id]')) return undefined
    const made = paper.importNode(element, true) as SVGElement
    for (const left of made.querySelectorAll('script, style, foreignObject, [data-heed-mask]')) left.remove()
    for (const shape of [made, ...made.querySelectorAll('*')]) keepWritable(shape)
    made.style.cssText = 'position:absolute;width:0;height:0;display:block;visibility:hidden'
    return made
  }

  function settle(element: Element, style: CSSStyleDeclaration, declared: Declared, scope: placement.Scope) {
    placement.hideScrollbars(declared, style, isPage(element))
    if (matches(element, ':modal')) {
      placement.raise(declared, element)
      declared.set('box-shadow', `0 0 0 200vmax ${styleOf(element, '::backdrop').backgroundColor}`)
    } else if (matches(element, ':popover-open')) placement.raise(declared, element)
    else if (style.position === 'sticky' && scope.scrolled) return placement.unstick(declared, element, style)
    else if (style.position === 'sticky') declared.set('position', 'relative').set('inset', 'auto')
    return undefined
  }

  function withPlaceholder(made: Element, kept: Declared, like: string): Node {
    const both = paper.createDocumentFragment()
    const placeholder = paper.createElement(like)
    placeholder.className = book.classOf(kept)
    both.append(placeholder, made)
    return both
  }

  function blank(made: HTMLElement, declared: Declared, element: Element, style: CSSStyleDeclaration) {
    placement.boxIn(declared, element, style)
    made.className = book.classOf(declared)
    return made
  }

  function covered(made: HTMLElement, declared: Declared, element: Element, style: CSSStyleDeclaration) {
    declared.set('background', cover).set('appearance', 'none').set('color', 'transparent')
    // A field of the browser's own is flat; with the border it says it has, it would stand out.
    if (style.borderTopStyle === 'inset') declared.set('border-style', 'solid')
    // What a field says stands on the line of the text around it: so does the blank in its place.
    if (style.display === 'inline') declared.set('vertical-align', 'bottom')
    else if (writes.test(element.localName) && !element.matches('[type=checkbox], [type=radio]')) {
      declared.set('display', style.display.replace(/(inline-)?.*/, '$1flex')).set('align-items', 'center')
      declared.set('-webkit-text-fill-color', 'transparent')
      made.append('\u00a0')
    }
    return blank(made, declared, element, style)
  }

  function framed(made: HTMLElement, declared: Declared, element: Element, style: CSSStyleDeclaration, sight: Sight) {
    blank(made, declared, element, style)
    const inner = readable(element)
    if (!inner) return made
    const { clientWidth, clientHeight } = element
    // A frame that is written in as a whole is a field.
    const within = inner.designMode === 'on' && sight === 'plain' ? 'masked' : sight
    made.append(copyView(inner, clientWidth, clientHeight, within))
    return made
  }

  function pictured(made: HTMLElement, declared: Declared, element: Element, style: CSSStyleDeclaration) {
    const image = paper.createElement('img')
    image.className = book.classOf(declared)
    placement.boxIn(declared, element, style)
    made.className = book.classOf(declared)
    pictures.push(
      pictureIn(element, scale, resources).then((data) => {
        if (data) image.setAttribute('src', data)
        else image.replaceWith(made)
      }),
    )
    return image
  }

  function pseudos(element: Element, around: Declared): string[] {
    return ['::before', '::after'].flatMap((pseudo) => {
      const style = styleOf(element, pseudo)
      const content = style.content
      if (!content || content === 'none' || content === 'normal' || style.display === 'none') return []
      const declared = book.declare(style, 'span', around)
      const said = content.replace(/attr\(\s*([\w-]+)[^)]*\)/g, (_, name: string) =>
        JSON.stringify(element.getAttribute(name) ?? ''),
      )
      return book.classOf(declared.set('content', said), pseudo)
    })
  }

  const root = document.documentElement
  const width = Math.min(innerWidth, root.clientWidth || innerWidth)
  const copyOfAll = copyView(document, width, innerHeight, 'plain')
  return { copy: copyOfAll, pictures: Promise.all(pictures), width, height: innerHeight }
}

/** What the window scrolls and clips, as against an element that does so itself. */
function isPage(element: Element): boolean {
  const { documentElement, scrollingElement, body } = element.ownerDocument
  if (element === documentElement || element === scrollingElement) return true
  return element === body && styleOf(documentElement).overflow === 'visible'
}

/** Phrasing must stay phrasing: a box for a tag of the host's own is inline, as the browser has it. */
const boxTag = (tag: string) => (tag.includes('-') || /^(input|select|textarea)$/.test(tag) ? 'span' : 'div')

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector)
  } catch {
    return false
  }
}

function readable(element: Element): Document | undefined {
  try {
    const inner = (element as HTMLIFrameElement).contentDocument
    return inner?.documentElement ? inner : undefined
  } catch {
    return undefined
  }
}
