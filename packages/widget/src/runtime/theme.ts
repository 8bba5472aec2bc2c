import type { Rgb } from '../loader/accent.ts'
import type { Link } from '../loader/link.ts'

export type Scheme = 'light' | 'dark'

/** Warm neutrals. Ink and quiet read on the surface at 4.5 or more, `edge` (borders of controls) at 3 or more. */
const schemes = {
  light: {
    surface: '#fefdfb',
    sunken: '#f4f2ee',
    line: '#e2ded7',
    edge: '#8f897f',
    ink: '#24211d',
    quiet: '#655f56',
    alarm: '#a3341f',
  },
  dark: {
    surface: '#201e1b',
    sunken: '#2b2925',
    line: '#3c3833',
    edge: '#857e73',
    ink: '#f1eee9',
    quiet: '#b3ada3',
    alarm: '#ffa58f',
  },
} satisfies Record<Scheme, Record<string, string>>

/** What the loader has of colours already. */
export type Colours = Pick<typeof import('../loader/accent.ts'), 'accentOf' | 'readAccent' | 'lightOf' | 'textOn'>

/** Contrast (WCAG 2.2) that an accent is given, by the loader's plain luminance: it is 4.5 or more by the exact one. */
const enough = 4.9

/** Moves the host's accent towards ink until it reads on the surface at 4.5 or more. */
export function readableAccent({ readAccent, lightOf }: Colours, accent: string, scheme: Scheme): Rgb {
  const surface = lightOf(readAccent(schemes[scheme].surface))
  const ink = readAccent(schemes[scheme].ink)
  const own = readAccent(accent)
  for (let share = 0; ; share += 0.05) {
    const mixed = own.map((part, at) => Math.round(part + ((ink[at] ?? 0) - part) * share)) as Rgb
    const light = lightOf(mixed)
    const contrast = (Math.max(light, surface) + 0.05) / (Math.min(light, surface) + 0.05)
    if (share >= 1 || contrast >= enough) return mixed
  }
}

/** The custom properties of a scheme, as declarations. */
export function tokensOf(colours: Colours, scheme: Scheme, accent: string): string {
  const declared = Object.entries(schemes[scheme]).map(([name, value]) => `--${name}:${value};`)
  return `color-scheme:${scheme};${declared.join('')}${accentOf(colours, scheme, accent)}`
}

const accentOf = (colours: Colours, scheme: Scheme, accent: string) => {
  const readable = readableAccent(colours, accent, scheme)
  return `--accent:rgb(${readable});--on-accent:${colours.textOn(readable)}`
}

/**
 * Keeps a sheet of tokens in step with the wish of the host page and of the reader.
 */
export function startTheme({ config, colours, settings }: Pick<Link, 'config' | 'colours' | 'settings'>) {
  const sheet = new CSSStyleSheet()
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let scheme: Scheme
  /** What stands in a colour of its own, which follows the scheme as long as it is there. */
  const dressed = new Map<HTMLElement, string | undefined>()
  const paint = (own: string | undefined, element: HTMLElement) => {
    if (own) element.style.cssText = accentOf(colours, scheme, own)
    else element.removeAttribute('style')
  }
  const refresh = () => {
    const { theme, accent: wished, radius, font } = settings()
    const accent = colours.accentOf(wished, config.accent)
    scheme = theme === 'dark' || (theme !== 'light' && dark.matches) ? 'dark' : 'light'
    // Each in a rule of its own, where a value that is no CSS of its kind changes nothing else. Not by the rule's `style`,
    // whose first use takes 4 kB of memory.
    const own = (name: string, value: string) => `.layer{--heed-${name}:${`${value}`.replace(/[;{}]/g, '')}}`
    sheet.replaceSync(
      `.layer{${tokensOf(colours, scheme, accent)}}${radius === undefined ? '' : own('radius', `${radius}px`)}${font ? own('font', font) : ''}`,
    )
    dressed.forEach((own, element) => {
      if (element.isConnected) paint(own, element)
      else dressed.delete(element)
    })
  }
  refresh()
  dark.addEventListener('change', refresh)
  return {
    sheet,
    refresh,
    /** Gives what stands in an element a colour of its own, as #rrggbb; without one that of all. */
    dress(element: HTMLElement, own: string | undefined) {
      dressed.set(element, own)
      paint(own, element)
    },
    stop: () => dark.removeEventListener('change', refresh),
  }
}
