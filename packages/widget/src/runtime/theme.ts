import { luminance, type Rgb, readAccent, textOn } from '../loader/accent.ts'

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

/** Contrast of two colours, 1 … 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Moves the host's accent towards ink until it reads on the surface at 4.5 or more. */
export function readableAccent(accent: string, scheme: Scheme): Rgb {
  const surface = readAccent(schemes[scheme].surface)
  const ink = readAccent(schemes[scheme].ink)
  const own = readAccent(accent)
  const mixed = (share: number) => own.map((part, at) => Math.round(part + ((ink[at] ?? 0) - part) * share)) as Rgb
  let share = 0
  while (share < 1 && contrast(mixed(share), surface) < 4.5) share += 0.05
  return mixed(Math.min(share, 1))
}

/** The custom properties of a scheme, as declarations. */
export function tokensOf(scheme: Scheme, accent: string): string {
  const readable = readableAccent(accent, scheme)
  const tokens = { ...schemes[scheme], accent: `rgb(${readable})`, 'on-accent': textOn(readable) }
  const declared = Object.entries(tokens).map(([name, value]) => `--${name}:${value};`)
  return `color-scheme:${scheme};${declared.join('')}`
}

/**
 * Keeps the sheet's tokens in step with the wish of the host page and of the reader.
 * @param wish what the host page said last
 */
export function startTheme(sheet: CSSStyleSheet, accent: string, wish: () => 'auto' | Scheme) {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const refresh = () => {
    const wished = wish()
    const scheme = wished === 'auto' ? (dark.matches ? 'dark' : 'light') : wished
    sheet.replaceSync(`.layer{${tokensOf(scheme, accent)}}`)
  }
  refresh()
  dark.addEventListener('change', refresh)
  return { refresh, stop: () => dark.removeEventListener('change', refresh) }
}
