import { expect, it } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { offeredArticle } from '../../ui/testing.ts'
import { ticketPanel } from './testing.ts'

const { panel, settle, write, click, field, suggesting, shown, alarms } = ticketPanel()
const helpful = suggesting(offeredArticle)

it('files the question with its page and tells the number', async () => {
  const { sent, room, drafts } = shown(testRoom())
  await write(' My export is empty ')

  await click('Send question')
  expect(panel.place.textContent).toContain('Sending…')
  expect(panel.place.contains(document.activeElement)).toBe(true)
  sent[0]?.deliver({ state: 'stored', reply: { number: 12 } })
  await settle()

  expect(sent).toMatchObject([
    {
      path: 'tickets/tkt-2',
      body: { messageId: 'msg-3', body: 'My export is empty', context: { locale: 'en' } },
    },
  ])
  expect(room.emit).toHaveBeenCalledWith('ticket', { ticketId: 'tkt-2' })
  expect(panel.place.textContent).toContain('Question 12')
  expect(drafts.size).toBe(0)
})

it('has the messages fetched, where a question stands that waits for a connection', () => {
  const { room } = shown(testRoom())

  expect(room.ahead).toHaveBeenCalledExactlyOnceWith('messages')
})

it('files nothing that is empty', async () => {
  const { sent } = shown(testRoom())
  await write('   ')

  await click('Send question')

  expect(sent).toEqual([])
  expect(panel.place.querySelector('[role=alert]')?.textContent).toBe('Write a few words first.')
  expect(document.activeElement).toBe(field())
})

it('says that a question will be sent when there is a connection again', async () => {
  const { sent } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')

  sent[0]?.deliver({ state: 'waiting', reason: 'offline', isKept: true })
  await settle()
  expect(panel.place.textContent).toContain('You are offline')
  expect(panel.place.textContent).toContain('It is kept in this browser')

  sent[0]?.deliver({ state: 'waiting', reason: 'offline', isKept: false })
  await settle()
  expect(panel.place.textContent).toContain('You are offline')
  expect(panel.place.textContent).not.toContain('kept')

  sent[0]?.deliver({ state: 'stored', reply: undefined })
  await settle()
  expect(panel.place.textContent).toContain('Your question is with us')
})

it('keeps the text in the field when the server refuses it, and says what to do', async () => {
  const { sent, drafts, room } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')

  room.keepDraft('refused:ticket', 'My export is empty')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(field().value).toBe('My export is empty')
  expect(alarms().join()).toContain('Change your text')
  expect(document.activeElement).toBe(field())
  expect(drafts.get('ticket')).toMatchObject({ text: 'My export is empty' })
})

it('shows what was refused meanwhile below what is being typed, the caret where it was, and keeps both', async () => {
  const { room, drafts } = shown(testRoom())
  await write('Second')
  room.keepDraft('refused:ticket', 'My export is empty')
  field().setSelectionRange(3, 3)

  field().dispatchEvent(new Event('input'))

  expect(field().value).toBe('Second\nMy export is empty')
  expect(field().selectionStart).toBe(3)
  expect(alarms().join()).toContain('Change your text')
  expect(drafts.get('ticket')).toMatchObject({ text: 'Second\nMy export is empty' })
  expect(drafts.has('refused:ticket')).toBe(false)

  await write('Second, and my export')
  expect(field().value).toBe('Second, and my export')
  expect(alarms()).toEqual([])
})

it('begins with what was refused while it was closed, and says so', () => {
  const { room, drafts } = testRoom()
  room.keepDraft('refused:ticket', 'My export is empty')

  shown({ ...testRoom(), room })

  expect(field().value).toBe('My export is empty')
  expect(alarms().join()).toContain('Change your text')
  expect(drafts.get('ticket')).toMatchObject({ text: 'My export is empty' })
})

it('shows once what is refused while it stands', async () => {
  const { sent, room } = shown(testRoom())
  await write(' My export is empty')
  await click('Send question')

  // The runtime gives it back before it tells the form.
  room.keepDraft('refused:ticket', 'My export is empty')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await write('My export')

  expect(field().value).toBe('My export')
})

it('brings back what was typed when the panel was closed on it', async () => {
  const test = shown(testRoom())
  await write('My export is')
  panel.unmount()

  shown(test)

  expect(field().value).toBe('My export is')
})

it('takes the focus from nobody when the answer comes late', async () => {
  const { sent, room } = shown(testRoom())
  await write('My export is empty')
  await click('Send question')
  const hostField = document.createElement('input')
  document.body.append(hostField)
  hostField.focus()

  room.keepDraft('refused:ticket', 'My export is empty')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(field().value).toBe('My export is empty')
  expect(document.activeElement).toBe(hostField)
  hostField.remove()
})

it('stays still once it is gone', async () => {
  const { sent, drafts } = shown(testRoom({ ask: helpful }))
  await write('My export is empty')
  await click('Send question')
  panel.unmount()
  panel.asked = []

  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()

  expect(panel.place.childElementCount).toBe(0)
  expect(panel.asked).toEqual([])
  expect(drafts.size).toBe(0)
})

it('leaves the question alone that was begun in another tab meanwhile', async () => {
  const { sent, room, drafts } = shown(testRoom())
  await write('My export is empty')
  room.keepDraft('ticket', { text: 'Two questions', offered: [], read: [] })

  await click('Send question')
  sent[0]?.deliver({ state: 'stored', reply: undefined })
  await settle()

  expect(drafts.get('ticket')).toMatchObject({ text: 'Two questions' })
})
