import { expect, it } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { filesPanel, picture } from './testing-files.ts'

const { settle, write, click, seen, field, shown, alarms, names, choose, carry } = filesPanel()

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
