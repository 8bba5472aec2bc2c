import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { hands } from '../../ui/testing.ts'
import { mount } from './ticket.ts'

let place: HTMLElement
let unmount = () => {}
const { settle, write, click, seen, button, field } = hands(() => place)

const shown = (test: ReturnType<typeof testRoom>) => {
  unmount = mount(place, test.room)
  return test
}
const picture = (name = 'list.png', bytes = 2000) => new File([new Uint8Array(bytes)], name, { type: 'image/png' })
const names = () => [...place.querySelectorAll('.files bdi')].map(({ textContent }) => textContent)
const alarms = () => [...place.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent).join('')
const choose = async (...files: File[]) => {
  const chooser = place.querySelector<HTMLInputElement>('input[type=file]')
  if (!chooser) throw new Error('there is no file to choose')
  Object.defineProperty(chooser, 'files', { value: files, configurable: true })
  chooser.dispatchEvent(new Event('change'))
  await settle()
}
/** Something that carries files, as a paste or a drop does. */
const carry = (type: 'paste' | 'drop', files: File[], types: string[]) => {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { [type === 'paste' ? 'clipboardData' : 'dataTransfer']: { files, types } })
  field().dispatchEvent(event)
  return event
}

beforeEach(() => {
  vi.useFakeTimers()
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  unmount()
  place.remove()
  vi.useRealTimers()
})

it('sends files after the question, in order, to its first message', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  const [one, two] = [picture('a b.png'), new File(['x'], 'log.txt', { type: 'text/plain' })]
  await choose(one, two)

  await click('Send question')

  expect(sent.map(({ path }) => path.split('?')[0])).toEqual([
    'tickets/tkt-3',
    'tickets/tkt-3/attachments/att-5',
    'tickets/tkt-3/attachments/att-6',
  ])
  const query = new URLSearchParams(sent[1]?.path.split('?')[1])
  expect(Object.fromEntries(query)).toEqual({ messageId: 'msg-4', name: 'a b.png' })
  expect(sent[0]?.body.messageId).toBe('msg-4')
  expect(sent.slice(1).map(({ body }) => (body.file as File).size)).toEqual([one.size, two.size])
})

it('says what becomes of the files once the question is there', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  await choose(picture('one.png'), picture('two.png'))
  await click('Send question')

  sent[0]?.deliver({ state: 'stored', reply: { number: 12 } })
  expect(seen()).toContain('Files on their way: 2')
  sent[1]?.deliver({ state: 'stored', reply: {} })
  sent[2]?.deliver({ state: 'rejected', problem: undefined })

  expect(seen()).toContain('Question 12')
  expect(seen()).not.toContain('on their way')
  expect(seen()).toContain('two.png could not be sent.')
  expect(seen()).not.toContain('one.png')
})

it('lists files with name, size and picture, and removes them again', async () => {
  shown(testRoom())
  await choose(picture('one.png', 48_000), picture('two.png'))
  expect(place.querySelector('.files li')?.textContent).toContain('48 kB')
  expect(place.querySelectorAll('.files img')).toHaveLength(2)

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
  const address = place.querySelector<HTMLImageElement>('.files img')?.src

  place.querySelector('.files img')?.dispatchEvent(new Event('error'))

  expect(place.querySelector('.files img')).toBeNull()
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

it('takes a copy of a file, which may change or go before it is sent', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  const chosen = picture()
  await choose(chosen)

  await click('Send question')

  const file = sent[1]?.body.file as File
  expect(file).not.toBe(chosen)
  expect([file.name, file.type, file.size]).toEqual(['list.png', 'image/png', 2000])
})

it('adds no file that cannot be read, says so, and adds the next one', async () => {
  shown(testRoom())
  const gone = Object.assign(picture('gone.png'), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) })

  await choose(gone, picture())

  expect(names()).toEqual(['list.png'])
  expect(alarms()).toBe('gone.png could not be sent.')
})

it('sends all files that were added one after the other, in that order, however long one takes to read', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  const slow = picture('slow.png')
  const bytes = await slow.arrayBuffer()
  slow.arrayBuffer = () => new Promise((read) => setTimeout(read, 5000, bytes))
  carry('paste', [slow], ['Files'])
  carry('drop', [picture('fast.png')], ['Files'])

  await click('Send question')
  expect(sent).toEqual([])
  await settle(5000)

  const files = sent.slice(1).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('name'))
  expect(files).toEqual(['slow.png', 'fast.png'])
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

it('sends a question once a file that is on its way into the list is there, and sends it once', async () => {
  let come = () => {}
  const { room, sent } = testRoom()
  const { further } = room
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  shown({ ...testRoom(), room: { ...room, further: () => coming.then(further) }, sent })
  await write('My export is empty')
  await choose(picture())
  await click('Send question')
  await click('Send question')
  expect(alarms()).toBe('Loading…')
  expect(sent).toEqual([])

  come()
  await settle()

  expect(sent.map(({ path }) => path.split('?')[0])).toEqual([
    expect.stringMatching(/^tickets\/tkt-\d$/),
    expect.stringMatching(/attachments/),
  ])
})

it('sends nothing by itself without the file that did not come, and without it when told again', async () => {
  const { room, sent } = testRoom()
  let fail = () => {}
  const failing = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('no connection'))
  })
  shown({ ...testRoom(), room: { ...room, further: () => failing }, sent })
  await write('My export is empty')
  await choose(picture())
  await click('Send question')

  fail()
  await settle()
  expect(alarms()).toContain('could not be loaded')
  expect(sent).toEqual([])
  await click('Send question')

  expect(sent.map(({ path }) => path)).toEqual([expect.stringMatching(/^tickets\/tkt-\d$/)])
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
  unmount()

  shown(test)
  await settle()
  expect(names()).toEqual(['list.png'])
  unmount()

  shown(testRoom())
  await settle()
  expect(names()).toEqual([])
})

it('keeps the files when the server refuses the question', async () => {
  const { sent, room } = shown(testRoom())
  await write('My export is empty')
  await choose(picture())
  await click('Send question')

  room.keepDraft('refused:ticket', 'My export is empty')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  sent[1]?.deliver({ state: 'rejected', problem: undefined })
  await settle()
  expect(names()).toEqual(['list.png'])
  await click('Send question')

  expect(sent).toHaveLength(4)
  expect(sent[3]?.path).toContain(`${sent[2]?.path}/attachments/`)
})

it('asks for words where there are files alone', async () => {
  const { sent } = shown(testRoom())
  await choose(picture())

  await click('Send question')

  expect(sent).toEqual([])
  expect(alarms()).toBe('Write a few words first.')
  expect(document.activeElement).toBe(field())
})
