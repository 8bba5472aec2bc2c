import { expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { filesPanel, picture } from './testing-files.ts'

const { panel, settle, click, button, shown, alarms, names, choose, carry } = filesPanel()

it('lists files with name, size and picture, and removes them again', async () => {
  shown(testRoom())
  await choose(picture('one.png', 48_000), picture('two.png'))
  expect(panel.place.querySelector('.files li')?.textContent).toContain('48 kB')
  expect(panel.place.querySelectorAll('.files img')).toHaveLength(2)

  await click('Remove one.png')
  expect(names()).toEqual(['two.png'])
  expect(document.activeElement).toBe(button('Remove two.png'))
  await click('Remove two.png')

  expect(names()).toEqual([])
  expect(document.activeElement).toBe(button('Choose a file'))
})

it('shows the name alone where the page forbids the picture, and lets go of it', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  shown(testRoom())
  await choose(picture())
  const address = panel.place.querySelector<HTMLImageElement>('.files img')?.src

  panel.place.querySelector('.files img')?.dispatchEvent(new Event('error'))

  expect(panel.place.querySelector('.files img')).toBeNull()
  expect(names()).toEqual(['list.png'])
  expect(revoke).toHaveBeenCalledWith(address)
  revoke.mockRestore()
})

it.each([
  ['of another type', [new File(['x'], 'page.html', { type: 'text/html' })], 'page.html was not added: only pictures'],
  ['that is too large', [picture('big.png', 5_000_001)], 'big.png was not added: it is larger than 5 MB.'],
])('adds no file %s, and says why', async (_which, files, words) => {
  const { drafts } = shown(testRoom())

  await choose(...files)

  expect(names()).toEqual([])
  expect(alarms()).toContain(words)
  expect(drafts.size).toBe(0)
})

it('adds no file that cannot be read, says so, and adds the next one', async () => {
  shown(testRoom())
  const gone = Object.assign(picture('gone.png'), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) })

  await choose(gone, picture())

  expect(names()).toEqual(['list.png'])
  expect(alarms()).toBe('gone.png could not be sent.')
})

it('adds five files and no sixth', async () => {
  shown(testRoom())

  await choose(...['1', '2', '3', '4', '5', '6'].map((name) => picture(name)))

  expect(names()).toEqual(['1', '2', '3', '4', '5'])
  expect(alarms()).toBe('Up to 5 files can be sent with a question.')
})

it('adds a screenshot, and nothing when the person thinks better of it', async () => {
  const answers = [picture('screenshot.png'), undefined]
  shown(testRoom({ screenshot: async () => answers.shift() }))

  await click('Add a screenshot')
  await click('Add a screenshot')

  expect(names()).toEqual(['screenshot.png'])
  expect(document.activeElement).toBe(button('Add a screenshot'))
})

it('says that the page allows no screenshot, and still takes a file', async () => {
  shown(testRoom({ screenshot: () => Promise.reject(new Error('blocked')) }))

  await click('Add a screenshot')

  expect(alarms()).toContain('does not allow a screenshot')
  await choose(picture())
  expect(names()).toEqual(['list.png'])
  expect(alarms()).toBe('')
})

it('says when what looks after files did not come, and takes the file when it is chosen again', async () => {
  const { room } = testRoom()
  const answers = [() => Promise.reject(new Error('no connection')), room.further]
  shown({ ...testRoom(), room: { ...room, further: async () => (answers.shift() ?? room.further)() } })
  await choose(picture())
  expect(alarms()).toContain('could not be loaded')
  expect(names()).toEqual([])

  await choose(picture())

  expect(alarms()).toBe('')
  expect(names()).toEqual(['list.png'])
})

it('attaches a pasted picture and dropped files', async () => {
  shown(testRoom())

  const pasted = carry('paste', [picture('pasted.png')], ['Files'])
  const dropped = carry('drop', [picture('dropped.png')], ['Files'])
  await settle()

  expect(names()).toEqual(['pasted.png', 'dropped.png'])
  expect([pasted, dropped].every(({ defaultPrevented }) => defaultPrevented)).toBe(true)
})

it('leaves pasted words as words, also those that come with their picture', async () => {
  shown(testRoom())

  const words = carry('paste', [], ['text/plain'])
  const cells = carry('paste', [picture()], ['text/plain', 'text/html', 'Files'])
  await settle()

  expect(names()).toEqual([])
  expect([words, cells].some(({ defaultPrevented }) => defaultPrevented)).toBe(false)
})

it('brings files back when the panel was closed on them, to the same draft alone', async () => {
  const test = shown(testRoom())
  await choose(picture())
  panel.unmount()

  shown(test)
  await settle()
  expect(names()).toEqual(['list.png'])
  panel.unmount()

  shown(testRoom())
  await settle()
  expect(names()).toEqual([])
})
