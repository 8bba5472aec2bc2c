// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const source = dirname(import.meta.dirname)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
const read = (wanted: RegExp) =>
  files
    .filter((path) => wanted.test(path))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n')

/** A sheet stays as long as the runtime does: what one part of the widget adopts meets what another draws. */
const ofPrompts = read(/^panels.survey.*\.css$/)
const ofPanels = read(/^(panels.(?!survey).*|ui.panel)\.css$/)
const promptsDraw = read(/^panels.survey.*(?<!test)\.ts$/)

const selectorsOf = (sheet: string) =>
  [...sheet.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim())
const classesOf = (sheet: string) =>
  new Set(selectorsOf(sheet).flatMap((selector) => selector.match(/\.[a-z-]+/g) ?? []))

it('calls nothing of a prompt by a class of panels', () => {
  const panels = classesOf(ofPanels)

  // The frame's own.
  expect([...classesOf(ofPrompts)].filter((name) => panels.has(name))).toEqual(['.quiet'])
})

it('has no rule of a panel for every element of a kind that prompts draw', () => {
  const drawn = [...promptsDraw.matchAll(/element\('(\w+)'/g)].map(([, tag = '']) => tag)
  const bare = selectorsOf(ofPanels).filter((selector) => /^\w+$/.test(selector))

  expect(drawn).toContain('input')
  expect(bare.filter((tag) => drawn.includes(tag))).toEqual([])
})
