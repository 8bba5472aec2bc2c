import type { WidgetSettings } from '@heed/contracts'
import { expect, it } from 'vitest'
import * as colours from '../loader/accent.ts'
import { type Rgb, readAccent, textOn } from '../loader/accent.ts'
import { testLink } from './testing.ts'
import { readableAccent, startTheme, tokensOf } from './theme.ts'

/** Relative luminance, 0 … 1 (WCAG 2.2, definition of relative luminance). */
const luminance = (colour: Rgb) => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** Contrast of two colours, 1 … 21 (WCAG 2.2, definition of contrast ratio): what the widget's shorter formula must meet. */
const contrast = (one: Rgb, other: Rgb) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const accents = ['#2b59c3', '#fff', '#000000', '#ffe600', '#7f7f7f', '#0f0', '#e11d48', 'tomato', '#1234']
const colourOf = (name: '#000' | '#fff'): Rgb => (name === '#000' ? [0, 0, 0] : [255, 255, 255])
const surfaces = { light: '#fefdfb', dark: '#201e1b' } as const

it.each(accents)('gives the tab in %s a text that reads', (accent) => {
  const colour = readAccent(accent)

  expect(contrast(colour, colourOf(textOn(colour)))).toBeGreaterThanOrEqual(4.5)
})

it.each(accents.flatMap((accent) => [['light', accent] as const, ['dark', accent] as const]))(
  'on the %s surface, moves %s until it reads as text and its own text reads on it',
  (scheme, accent) => {
    const readable = readableAccent(colours, accent, scheme)

    expect(contrast(readable, readAccent(surfaces[scheme]))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(readable, colourOf(textOn(readable)))).toBeGreaterThanOrEqual(4.5)
  },
)

it('moves any accent until it reads, by the exact formula', () => {
  const steps = [0, 51, 102, 136, 153, 187, 204, 255]
  const hex = (part: number) => part.toString(16).padStart(2, '0')
  const all = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `#${[red, green, blue].map(hex).join('')}`)),
  )

  for (const scheme of ['light', 'dark'] as const) {
    const surface = readAccent(surfaces[scheme])
    const worst = Math.min(...all.map((accent) => contrast(readableAccent(colours, accent, scheme), surface)))
    expect(worst, scheme).toBeGreaterThanOrEqual(4.5)
  }
})

it('dresses surveys in colours of their own, each of which follows the scheme', () => {
  const { link, host } = testLink()
  let scheme: 'light' | 'dark' = 'light'
  const theme = startTheme({ ...link, settings: () => ({ theme: scheme }) })
  const bodies = ['#1a6b5c', '#7a1f3d'].map((own) => {
    const body = host.appendChild(document.createElement('div'))
    theme.dress(body, own)
    return body
  })
  const gone = document.createElement('div')
  theme.dress(gone, '#1a6b5c')
  const accents = () => bodies.map((body) => body.style.getPropertyValue('--accent'))

  expect(accents()).toEqual(['rgb(26,107,92)', 'rgb(122,31,61)'])
  scheme = 'dark'
  theme.refresh()

  const surface = readAccent('#201e1b')
  for (const accent of accents()) {
    const [red = 0, green = 0, blue = 0] = (accent.match(/\d+/g) ?? []).map(Number)
    expect(contrast([red, green, blue], surface)).toBeGreaterThanOrEqual(4.5)
  }
  expect(gone.style.getPropertyValue('--accent')).toBe('rgb(26,107,92)')
  for (const body of bodies) theme.dress(body, undefined)
  expect(accents()).toEqual(['', ''])
  theme.stop()
  host.remove()
})

it('leaves an accent alone that reads already', () => {
  expect(readableAccent(colours, '#2b59c3', 'light')).toEqual([0x2b, 0x59, 0xc3])
})

it.each(['light', 'dark'] as const)('has neutrals that read on the %s surface', (scheme) => {
  const tokens = Object.fromEntries(
    [...tokensOf(colours, scheme, '#2b59c3').matchAll(/--(\w+):(#\w+)/g)].map((m) => [m[1], m[2]]),
  )
  const on = (name: string, surface: string) =>
    contrast(readAccent(tokens[name] ?? ''), readAccent(tokens[surface] ?? ''))

  for (const text of ['ink', 'quiet', 'alarm']) expect(on(text, 'surface')).toBeGreaterThanOrEqual(4.5)
  for (const text of ['ink', 'quiet']) expect(on(text, 'sunken')).toBeGreaterThanOrEqual(4.5)
  expect(on('edge', 'surface')).toBeGreaterThanOrEqual(3)
})

it('computes contrast as WCAG does', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
})

it('gives any accent a text that reads', () => {
  const steps = [0, 32, 64, 96, 116, 118, 120, 122, 124, 128, 160, 192, 224, 255]
  const worst = Math.min(
    ...steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => contrast([red, green, blue], colourOf(textOn([red, green, blue]))))),
    ),
  )

  expect(worst).toBeGreaterThanOrEqual(4.5)
})

it('follows the wish of the host page, and takes no rule along with a value', () => {
  let settings: WidgetSettings = {}
  const { link, host } = testLink()
  const theme = startTheme({ ...link, settings: () => settings })

  settings = { theme: 'dark', accent: '#e11d48', radius: 4, font: 'Georgia; } * { display: none' }
  theme.refresh()

  const rules = [...theme.sheet.cssRules] as CSSStyleRule[]
  expect(rules.map(({ selectorText }) => selectorText)).toEqual(['.layer', '.layer', '.layer'])
  expect(rules[0]?.cssText).toContain('color-scheme: dark')
  expect(rules[1]?.cssText).toContain('--heed-radius: 4px')
  expect(rules[2]?.style.length).toBe(1)
  theme.stop()
  host.remove()
})

it.each([['system'], [''], [undefined]])('follows the system where the theme is %s', (theme) => {
  const { link } = testLink()

  const { sheet } = startTheme({ ...link, settings: () => ({ theme }) as WidgetSettings })

  expect(sheet.cssRules[0]?.cssText).toContain('color-scheme: light')
})
