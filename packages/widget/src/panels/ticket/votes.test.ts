import { expect, it } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { offeredIdea } from '../../ui/testing.ts'
import { ticketPanel } from './testing.ts'

const { panel, settle, write, click, field, suggesting, shown } = ticketPanel()

it('ends the request with one vote for an idea, and files no ticket', async () => {
  const { sent, room, drafts } = shown(testRoom({ ask: suggesting(offeredIdea) }))
  await write('Export every hour please')

  await click('Vote for Export by the hour, 12 votes')

  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['ideas/ide_1/vote', { voted: true, requestId: 'request-1' }],
  ])
  expect(room.emit).toHaveBeenCalledWith('vote', { ideaId: 'ide_1', voted: true })
  expect(panel.place.textContent).toContain('Your vote counts.')
  expect(panel.place.contains(document.activeElement)).toBe(true)
  expect(drafts.size).toBe(0)
})

it('goes on with the question after a vote, with its words, files and request', async () => {
  const { sent, drafts } = shown(testRoom({ ask: suggesting(offeredIdea) }))
  await write('Export every hour please')
  await click('Vote for Export by the hour')

  await click('Still need help')
  expect(field().value).toBe('Export every hour please')
  expect(drafts.get('ticket')).toMatchObject({ text: 'Export every hour please', requestId: 'request-1' })
  await click('Send question')

  expect(sent.at(-1)?.body).toMatchObject({ body: 'Export every hour please', requestId: 'request-1' })
})

it('takes the vote back and the question up again', async () => {
  const { sent } = shown(testRoom({ ask: suggesting(offeredIdea) }))
  await write('Export every hour please')
  await click('Vote for Export by the hour')

  await click('Take my vote back')

  expect(sent.map(({ body }) => body.voted)).toEqual([true, false])
  expect(field().value).toBe('Export every hour please')
})

it('takes nothing back from somebody who had voted before', async () => {
  const { sent } = shown(testRoom({ ask: suggesting({ ...offeredIdea, voted: true }) }))
  await write('Export every hour please')

  await click('Vote for Export by the hour, 12 votes')

  expect(sent.map(({ body }) => body)).toEqual([{ voted: true, requestId: 'request-1' }])
  expect(panel.place.textContent).not.toContain('Take my vote back')
})

it('takes one sentence why after a vote, and no empty one', async () => {
  const { sent } = shown(testRoom({ ask: suggesting(offeredIdea) }))
  await write('Export every hour please')
  await click('Vote for Export by the hour')

  await click('Send')
  expect(sent).toHaveLength(1)
  await write('Our bank closes the day by the hour. ')
  await click('Send')

  expect(sent[1]).toMatchObject({
    path: 'ideas/ide_1/vote',
    body: { voted: true, reason: 'Our bank closes the day by the hour.' },
  })
  expect(panel.place.textContent).toContain('We read every reason.')
  expect(panel.place.contains(document.activeElement)).toBe(true)
})

it('says that a vote was refused, with the question not lost', async () => {
  const { sent } = shown(testRoom({ ask: suggesting(offeredIdea) }))
  await write('Export every hour please')
  await click('Vote for Export by the hour')

  sent[0]?.deliver({ state: 'rejected', problem: undefined })
  await settle()
  expect(panel.place.textContent).toContain('Your vote could not be saved.')
  await click('Still need help')

  expect(field().value).toBe('Export every hour please')
})
