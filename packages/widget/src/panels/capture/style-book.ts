import { element } from '../../ui/element.ts'

/** Declarations that an element needs beyond what a browser gives its tag. */
export type Declared = Map<string, string>

export type StyleBook = {
  /**
   * @param like tag of the copy, whose defaults are left out
   * @param around what was declared for the element around it: what a child inherits must be said again
   */
  declare(style: CSSStyleDeclaration, like: string, around: Declared): Declared
  /** The same for a box that nobody sees: what gives it its size and place, which is read ten times faster. */
  declareBox(style: CSSStyleDeclaration, like: string): Declared
  /** The class that carries these declarations; the same ones share it. `pseudo` is `::before` or `::after`. */
  classOf(declared: Declared, pseudo?: string): string
  /** The style sheet of all classes. */
  sheet(): string
  /** Takes what it measured with out of the document. */
  remove(): void
}

/** Physical properties say the same as logical ones; a picture neither moves nor reacts. */
const leftOut =
  /(^|-)(inline|block)(-|$)|^(animation|transition|scroll|overscroll|view-transition|timeline|will-change|cursor|pointer-events|touch-action|content-visibility|contain-intrinsic|-webkit-locale|-webkit-user|user-select|interactivity|anchor)|^(content|d|perspective-origin)$/

/** What a child has from its parent unless it says otherwise. */
const inherited =
  /^(color|font|line|letter|word|white-space|text-(?!decoration|overflow)|direction|writing|visibility|list-style|border-(collapse|spacing)|caption|empty-cells|quotes|tab-size|hyphen|overflow-wrap|orphans|widows|caret|fill|stroke|paint-order|marker|clip-rule|shape-rendering|image-rendering|dominant|accent|ruby|math|print|forced|hanging|-webkit-(text|font|line|hyphen|border|print))/

const sizes = /^(width|height)$/

/** Browsers lay out in steps of 1/64 pixel and say it to three places, by which a line would break too early. */
const exact = (size: string) => {
  const pixels = /^(\d+\.\d+)px$/.exec(size)?.[1]
  return pixels ? `${Math.round(Number(pixels) * 64) / 64}px` : size
}

const boxOnly =
  /^(display|position|float|clear|top|left|right|bottom|(m(in|ax)-)?(width|height)|margin|padding|border-(.*(width|style)|spacing|collapse)|box-sizing|flex|order|(align|justify)-self|grid-(row|column)|vertical-align|visibility)/

const svg = 'http://www.w3.org/2000/svg'

/** @param place where it may measure, out of sight; it must be in the document */
export function createStyleBook(place: HTMLElement): StyleBook {
  // Inside a shadow root of its own nothing but the browser's own style sheet reaches what is measured.
  const host = element('div')
  host.style.cssText = 'all:initial;position:fixed;width:0;height:0;overflow:hidden;contain:strict'
  const room = host.attachShadow({ mode: 'open' })
  place.append(host)
  const defaults = new Map<string, Map<string, string>>()
  const classes = new Map<string, string>()
  let names: string[] = []

  const defaultsOf = (like: string) => {
    const known = defaults.get(like)
    if (known) return known
    const [tag = '', inSvg] = like.split(' ').reverse()
    const probe = inSvg ? document.createElementNS(svg, tag) : document.createElement(tag)
    room.replaceChildren(probe)
    const style = getComputedStyle(probe)
    if (!names.length) names = Array.from(style).filter((name) => !leftOut.test(name))
    const read = new Map(names.map((name) => [name, style.getPropertyValue(name)]))
    read.delete('width')
    read.delete('height')
    defaults.set(like, read)
    return read
  }

  const compare = (style: CSSStyleDeclaration, like: string, around: Declared, isAsked: (name: string) => boolean) => {
    const usual = defaultsOf(like)
    const declared: Declared = new Map()
    for (const name of names) {
      if (!isAsked(name)) continue
      const value = sizes.test(name) ? exact(style.getPropertyValue(name)) : style.getPropertyValue(name)
      if (value && (value !== usual.get(name) || (around.has(name) && inherited.test(name)))) {
        declared.set(name, value)
      }
    }
    return declared
  }

  return {
    declareBox: (style, like) => compare(style, like, new Map(), (name) => boxOnly.test(name)),
    declare(style, like, around) {
      const declared = compare(style, like, around, () => true)
      if (!['transform', 'rotate', 'scale'].some((name) => declared.has(name))) declared.delete('transform-origin')
      return declared
    },
    classOf(declared, pseudo = '') {
      const rule = `${pseudo}{${[...declared].map(([name, value]) => `${name}:${value}`).join(';')}}`
      const name = classes.get(rule) ?? `c${classes.size}`
      classes.set(rule, name)
      return name
    },
    sheet: () => [...classes].map(([rule, name]) => `.${name}${rule}`).join('\n'),
    remove: () => host.remove(),
  }
}
