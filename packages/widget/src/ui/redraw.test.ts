import { afterEach, expect, it } from 'vitest'
import { element } from './element.ts'
import { redraw } from './redraw.ts'

const list = element('ul')
const item = (key: string, words = key, minutes = 'now') =>
  element('li', { 'data-key': key }, element('button', {}, words), element('time', {}, minutes))
const texts = () => [...list.querySelectorAll('button')].map(({ textContent }) => textContent)
const buttonOf = (key: string) => list.querySelector<HTMLElement>(`[data-key=${key}] button`)

document.body.append(list)
afterEach(() => list.replaceChildren())

it('adds, removes and sorts, and touches nothing that looks the same', () => {
  redraw(list, [item('a'), item('b'), item('c')])
  const kept = list.querySelector('[data-key=b]')

  redraw(list, [item('d'), item('c', 'changed'), item('b')])

  expect(texts()).toEqual(['d', 'changed', 'b'])
  expect(list.querySelector('[data-key=b]')).toBe(kept)
})

it.each([
  ['moves', [item('b'), item('a')]],
  ['changes', [item('a', 'changed'), item('b')]],
])('keeps the focus on what %s', (_how, fresh) => {
  redraw(list, [item('a'), item('b')])
  buttonOf('a')?.focus()

  redraw(list, fresh)

  expect(document.activeElement).toBe(buttonOf('a'))
})

it('takes the focus from nobody', () => {
  redraw(list, [item('a')])
  const field = element('input')
  document.body.append(field)
  field.focus()

  redraw(list, [item('b'), item('a', 'changed')])

  expect(document.activeElement).toBe(field)
  field.remove()
})

it('lets time pass without drawing anew', () => {
  redraw(list, [item('a', 'a', '1 minute ago')])
  const [before] = list.children

  redraw(list, [item('a', 'a', '2 minutes ago')])

  expect(list.children[0]).toBe(before)
  expect(list.textContent).toContain('2 minutes ago')
})
