import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testRoom } from '../runtime/testing.ts'
import { element } from './element.ts'
import type { Further } from './further.ts'
import { openOffered } from './open-offered.ts'
import { hands } from './testing.ts'
import { button, show } from './view.ts'

let place: HTMLElement
const { settle, click, seen } = hands(() => place)
const back = vi.fn()

/** Something was chosen in a list; the test says when and whether its download comes. */
const chosen = (further: () => Promise<Further>) => {
  const opened = vi.fn(() => show(place, [element('p', {}, 'Opened')]))
  const { room } = testRoom({ further })
  const choice = button('row', 'Why an export is empty', () => {})
  show(place, [choice])
  choice.focus()
  void openOffered(place, room, 'Why an export is empty', back, opened)
  return { opened, choice }
}
const further = {} as Further
const late = () => {
  let come = () => {}
  let fail = () => {}
  const promise = new Promise<Further>((resolve, reject) => {
    come = () => resolve(further)
    fail = () => reject(new Error('no connection'))
  })
  return { further: () => promise, come, fail }
}

beforeEach(() => {
  vi.useFakeTimers()
  back.mockClear()
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  place.remove()
  vi.useRealTimers()
})

it('opens what is here already without a word in between', async () => {
  const { opened, choice } = chosen(async () => further)
  expect(document.activeElement).toBe(choice)

  await settle(0)

  expect(opened).toHaveBeenCalledExactlyOnceWith(further)
})

it('says that it is on its way, under its title and with the focus on it, and opens it once it is here', async () => {
  const { come, ...download } = late()
  const { opened } = chosen(download.further)

  await settle(200)
  expect(seen()).toBe('←Why an export is emptyLoading…')
  expect(place.contains(document.activeElement)).toBe(true)
  come()
  await settle(0)

  expect(opened).toHaveBeenCalledOnce()
})

it('says that it did not come, and tries again when asked to', async () => {
  const answers = [() => Promise.reject(new Error('no connection')), async () => further]
  const { opened } = chosen(async () => answers.shift()?.() ?? further)
  await settle()
  expect(seen()).toContain('Why an export is emptyThis could not be loaded.')
  expect(place.contains(document.activeElement)).toBe(true)

  await click('Back')
  expect(back).toHaveBeenCalledOnce()
  await click('Try again')

  expect(opened).toHaveBeenCalledOnce()
})

it.each(['come', 'fail'] as const)('leaves whoever went elsewhere alone when it does %s', async (end) => {
  const download = late()
  const { opened } = chosen(download.further)
  await settle(200)
  show(place, [element('p', {}, 'Elsewhere')])

  download[end]()
  await settle()

  expect(opened).not.toHaveBeenCalled()
  expect(seen()).toBe('Elsewhere')
})
