import type { WidgetSettings } from '@heed/contracts'
import { type Rgb, readAccent, textOn } from '../loader/accent.ts'

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

/** Relative luminance, 0 … 1 (WCAG 2.2, definition of relative luminance). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

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
 * Keeps a sheet of tokens in step with the wish of the host page and of the reader.
 * @param settings what the host page said last
 */
export function startTheme(workspaceAccent: string, settings: () => WidgetSettings) {
  const sheet = new CSSStyleSheet()
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const refresh = () => {
    const { theme = 'auto', accent = workspaceAccent, radius, font } = settings()
    const scheme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
    sheet.replaceSync(`.layer{${tokensOf(scheme, accent)}}`)
    const { style } = sheet.cssRules[0] as CSSStyleRule
    // Set one by one, a value that is no CSS of its kind changes nothing else.
    if (radius !== undefined) style.setProperty('--heed-radius', `${radius}px`)
    if (font) style.setProperty('--heed-font', font)
  }
  refresh()
  dark.addEventListener('change', refresh)
  return { sheet, refresh, stop: () => dark.removeEventListener('change', refresh) }
}
