import type { WidgetSettings } from '@heed/contracts'
import { expect, it } from 'vitest'
import { type Rgb, readAccent, textOn } from '../loader/accent.ts'
import { contrast, readableAccent, startTheme, tokensOf } from './theme.ts'

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
    const readable = readableAccent(accent, scheme)

    expect(contrast(readable, readAccent(surfaces[scheme]))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(readable, colourOf(textOn(readable)))).toBeGreaterThanOrEqual(4.5)
  },
)

it('leaves an accent alone that reads already', () => {
  expect(readableAccent('#2b59c3', 'light')).toEqual([0x2b, 0x59, 0xc3])
})

it.each(['light', 'dark'] as const)('has neutrals that read on the %s surface', (scheme) => {
  const tokens = Object.fromEntries(
    [...tokensOf(scheme, '#2b59c3').matchAll(/--(\w+):(#\w+)/g)].map((m) => [m[1], m[2]]),
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
  const theme = startTheme('#2b59c3', () => settings)

  settings = { theme: 'dark', accent: '#e11d48', radius: 4, font: 'Georgia; } * { display: none' }
  theme.refresh()

  const rules = [...theme.sheet.cssRules].map(({ cssText }) => cssText)
  expect(rules).toHaveLength(1)
  expect(rules[0]).toContain('color-scheme: dark')
  expect(rules[0]).toContain('--heed-radius: 4px')
  theme.stop()
})
