import { expect, it } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { at, item, message, messagesPanel, ticket } from './testing.ts'

const { panel, settle, write, click, seen, button, field, answering, shown, first, log } = messagesPanel()

it('counts a reply as read that comes while its question is open', async () => {
  const { sent, room } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  expect(sent).toEqual([])

  first().messages.push(message('msg_3', 'member', 'Found it.'))
  first().unread = 1
  await settle(5000)

  expect(sent.map(({ path }) => path)).toEqual(['tickets/tkt_1/reading'])
  expect(room.keepUnread).toHaveBeenLastCalledWith({ replies: 0 })
})

it('shows a new reply within two seconds, and asks no more once it is closed', async () => {
  const { sent } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  await write('July')
  await click('Send reply')
  first().messages.push(message('msg_3', 'member', 'Found it.'))

  await settle(2000)
  expect(seen()).toContain('Found it.')

  panel.unmount()
  const before = panel.asked
  sent[0]?.deliver({ state: 'stored', reply: undefined })
  document.dispatchEvent(new Event('visibilitychange'))
  await settle(60_000)
  expect(panel.asked).toBe(before)
})

it('touches neither the focus nor what is typed or read when it is refreshed', async () => {
  await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  const [reply, bubble] = [field(), log()?.firstElementChild]
  reply.focus()
  reply.value = 'Ju'
  first().messages.push(message('msg_3', 'member', 'Found it.'))
  first().state = 'open'

  await settle(61_000)

  expect(field()).toBe(reply)
  expect(reply.value).toBe('Ju')
  expect(document.activeElement).toBe(reply)
  expect(log()?.firstElementChild).toBe(bubble)
  expect(seen()).toContain('Question 7 · Open')
})

it('pulls nobody away who reads further up, until they write themselves', async () => {
  let waiting = [item('tickets/tkt_1/messages/m', { body: 'July' })]
  await shown(testRoom({ ask: answering, waiting: async () => waiting }))
  await click('My export is empty')
  const [thread] = panel.place.querySelectorAll('[role=log]')
  Object.defineProperty(thread, 'scrollHeight', { value: 900 })
  Object.assign(thread ?? {}, { scrollTop: 0 })

  first().messages.push(message('msg_3', 'member', 'Found it.'))
  await settle(5000)
  expect(seen()).toContain('Found it.')
  expect(thread?.scrollTop).toBe(0)

  waiting = [...waiting, item('tickets/tkt_1/messages/n', { body: 'Thank you' })]
  await settle(5000)
  expect(thread?.scrollTop).toBe(900)
})

it('sends a reply once, and says beforehand that it opens a closed question again', async () => {
  const { sent, drafts } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  expect(seen()).toContain('Your reply opens this question again')
  await write('July')
  expect(drafts.get('message:tkt_1')).toBe('July')

  button('Send reply').click()
  button('Send reply').click()
  await settle()

  expect(sent).toHaveLength(1)
  expect(sent).toMatchObject([{ path: 'tickets/tkt_1/messages/msg-1', body: { body: 'July' } }])
  expect(field().value).toBe('')
  expect(drafts.size).toBe(0)
})

it('gives a refused reply back, below what was typed since', async () => {
  const { sent, room, drafts } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  await write('July')
  await click('Send reply')
  await write('or August')

  // The runtime gives it back before it tells the form.
  room.keepDraft('refused:message:tkt_1', 'July')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })

  expect(field().value).toBe('or August\nJuly')
  expect([...drafts]).toEqual([['message:tkt_1', 'or August\nJuly']])
  expect(panel.place.querySelector('[role=alert]')?.textContent).toContain('Change your text')
})

it('shows a refused reply with the next key where its thread was left and opened again', async () => {
  const { sent, room, drafts } = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  await write('July')
  await click('Send reply')
  await click('Back')
  await click('My export is empty')
  await write('or August')

  room.keepDraft('refused:message:tkt_1', 'July')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  expect(field().value).toBe('or August')
  await write('or August?')

  expect(field().value).toBe('or August?\nJuly')
  expect([...drafts]).toEqual([['message:tkt_1', 'or August?\nJuly']])
})

it('keeps what is typed for each question apart, across close', async () => {
  panel.tickets.push(ticket('tkt_2', 8, at, [message('msg_9', 'person', 'Where is my invoice?')]))
  const test = await shown(testRoom({ ask: answering }))
  await click('My export is empty')
  await write('July')
  panel.unmount()

  await shown(test)
  await click('Where is my invoice?')
  expect(field().value).toBe('')
  await click('Back')
  await click('My export is empty')
  expect(field().value).toBe('July')
})

it('shows what is not on the server yet: questions, replies and files', async () => {
  const waiting = async () => [
    item('tickets/tkt_2', { body: 'Where is my invoice?' }),
    item('tickets/tkt_1/messages/m', { body: 'July' }),
    item('tickets/tkt_1/attachments/att_1?messageId=msg_1&name=my+list.png', {}, new Blob(['x'])),
    item('tickets/tkt_1/reading', {}),
  ]
  await shown(testRoom({ ask: answering, waiting }))
  expect(seen()).toContain('Where is my invoice? Not sent yet')

  await click('My export is empty')

  expect(log()?.children[0]?.textContent).toContain('my list.png · Not sent yet')
  expect(log()?.lastElementChild?.textContent).toBe('Not sent yetJuly')
  expect(log()?.children).toHaveLength(3)
})

it('shows once what the server has already', async () => {
  const waiting = async () => [
    item('tickets/tkt_1', { body: 'My export is empty' }),
    item('tickets/tkt_1/messages/msg_1', { body: 'My export is empty' }),
  ]
  await shown(testRoom({ ask: answering, waiting }))
  expect(seen()).not.toContain('Not sent yet')

  await click('My export is empty')

  expect(seen()).not.toContain('Not sent yet')
})

it('shows files with name and size below their message', async () => {
  const [words] = first().messages
  words?.attachments.push({ id: 'att_1', name: 'list.png', type: 'image/png', sizeBytes: 48_210 })
  await shown(testRoom({ ask: answering }))

  await click('My export is empty')

  expect(log()?.children[0]?.textContent).toContain('list.png · 48 kB')
  expect(log()?.children[1]?.textContent).not.toContain('kB')
})

it('keeps the focus in the panel from list to thread and back', async () => {
  await shown(testRoom({ ask: answering }))

  await click('My export is empty')
  expect(document.activeElement).toBe(log())
  await click('Back')

  expect(document.activeElement).toBe(button('My export is empty'))
})
