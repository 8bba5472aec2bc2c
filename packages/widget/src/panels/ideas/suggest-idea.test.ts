import { expect, it } from 'vitest'
import { idea, ideasPanel } from './testing.ts'

const { panel, write, click, seen, button, field, open, shown, pressed, alarm } = ideasPanel()

it('files an idea, thanks, and leads back to a fresh board', async () => {
  const { sent, room, drafts } = await shown()
  await click('Suggest an idea')
  await write(' Several currencies ')
  await write('Our suppliers want euros.', 1)

  await click('Send idea')
  expect(seen()).toContain('Sending…')
  expect(panel.place.contains(document.activeElement)).toBe(true)
  sent[0]?.deliver({ state: 'stored', reply: undefined })
  expect(seen()).toContain('Your idea is with us.')
  panel.ideas.push(idea('ide-1', 'Several currencies', { votes: 1, voted: true }))
  await click('Ideas')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['ideas/ide-1', { title: 'Several currencies', body: 'Our suppliers want euros.', locale: 'en' }],
  ])
  expect(room.emit).toHaveBeenCalledWith('idea', { ideaId: 'ide-1' })
  expect(drafts.size).toBe(0)
  expect(seen()).toContain('Several currencies')
  expect(document.activeElement).toBe(button('Suggest an idea'))
})

it('files no idea without a title, and none with an empty detail', async () => {
  const { sent } = await shown()
  await click('Suggest an idea')

  await click('Send idea')
  expect(sent).toEqual([])
  expect(alarm()).toBe('Write a few words first.')
  expect(document.activeElement).toBe(field())

  await write('Several currencies')
  await click('Send idea')
  expect(sent[0]?.body).toEqual({ title: 'Several currencies', locale: 'en' })
})

it('says that an idea will be sent later', async () => {
  const { sent } = await shown()
  await click('Suggest an idea')
  await write('Several currencies')
  await click('Send idea')

  sent[0]?.deliver({ state: 'waiting', reason: 'offline', isKept: true })

  expect(seen()).toContain('You are offline')
})

it('gives a refused idea back and says what to do', async () => {
  const { sent, drafts, room } = await shown()
  await click('Suggest an idea')
  await write('Several currencies')
  await click('Send idea')

  room.keepDraft('refused:idea', 'Several currencies')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })

  expect(field().value).toBe('Several currencies')
  expect(alarm()).toContain('Change your text')
  expect(document.activeElement).toBe(field())
  expect(drafts.get('idea')).toEqual({ title: 'Several currencies', body: '' })
})

it('puts a refused idea below another that is being typed, and loses neither', async () => {
  const { sent, room, drafts } = await shown()
  await click('Suggest an idea')
  await write('Several currencies')
  await click('Send idea')
  await click('Ideas')
  await click('Suggest an idea')
  await write('A menu on the left')

  room.keepDraft('refused:idea', 'Several currencies\nOur suppliers want euros.')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  expect(field().value).toBe('A menu on the left')
  await write('A menu, left')

  expect(field().value).toBe('A menu, left')
  const idea = { title: 'A menu, left', body: 'Several currencies\nOur suppliers want euros.' }
  expect([...drafts]).toEqual([['idea', idea]])
  expect(field(1).value).toBe(idea.body)
  expect(alarm()).toContain('Change your text')
})

it('gives title and detail of a refused idea back to an empty form', async () => {
  const { room, drafts } = await shown()
  room.keepDraft('refused:idea', 'Several currencies\nOur suppliers\nwant euros.')

  await click('Suggest an idea')

  const idea = { title: 'Several currencies', body: 'Our suppliers\nwant euros.' }
  expect([field().value, field(1).value]).toEqual([idea.title, idea.body])
  expect([...drafts]).toEqual([['idea', idea]])
})

it('shows once what is refused while its form stands', async () => {
  const { sent, room, drafts } = await shown()
  await click('Suggest an idea')
  await write(' Several currencies')
  await write('Our suppliers want euros.', 1)
  await click('Send idea')

  room.keepDraft('refused:idea', 'Several currencies\nOur suppliers want euros.')
  sent[0]?.deliver({ state: 'rejected', problem: undefined })

  const idea = { title: 'Several currencies', body: 'Our suppliers want euros.' }
  expect([field().value, field(1).value]).toEqual([idea.title, idea.body])
  expect([...drafts]).toEqual([['idea', idea]])
  expect(alarm()).toContain('Change your text')
})

it('keeps what is typed across back and close', async () => {
  const { room } = await shown()
  await click('Suggest an idea')
  await write('Several')
  await click('Back')
  panel.unmount()

  await open(room)
  await click('Suggest an idea')

  expect(field().value).toBe('Several')
})

it('shows ideas like the one being typed, to vote for in place', async () => {
  const { sent } = await shown()
  await click('Suggest an idea')
  expect(seen()).not.toContain('Is it one of these?')

  await write('csv export of payments')
  expect(seen()).toContain('Is it one of these?')
  expect(panel.place.querySelectorAll('.idea')).toHaveLength(1)
  expect(document.activeElement).toBe(field())
  await click('Vote for Export as CSV')
  await click('Back')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([['ideas/ida_2/vote', { voted: false }]])
  expect(pressed('Vote for Export as CSV, 0 votes')).toBe('false')
})

it('draws nothing once it is gone', async () => {
  const { sent, drafts } = await shown()
  await click('Suggest an idea')
  await write('Several currencies')
  await click('Send idea')
  panel.unmount()

  sent[0]?.deliver({ state: 'rejected', problem: undefined })

  expect(panel.place.childElementCount).toBe(0)
  // The outbox gives a refused idea back.
  expect(drafts.get('idea')).toBeUndefined()
})
