import type { Article, PersonTicket } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { furtherIn } from '../panels/further/further.ts'
import { mount as mountHome } from '../panels/home/home.ts'
import { mount as mountIdeas } from '../panels/ideas/ideas.ts'
import { idea } from '../panels/ideas/testing.ts'
import { mount as mountMessages } from '../panels/messages/messages.ts'
import { at, item, message, ticket } from '../panels/messages/testing.ts'
import { mount as mountTicket } from '../panels/ticket/ticket.ts'
import type { Delivery, WaitingReason } from '../runtime/outbox.ts'
import type { MountPanel, Room } from '../runtime/room.ts'
import { testRoom } from '../runtime/testing.ts'
import { hands } from '../ui/testing.ts'
import { texts as helpTexts } from './help/en.ts'
import { texts as panelTexts } from './panel/en.ts'
import { texts as promptTexts } from './prompt/en.ts'
import { createEyes, type Eyes, pseudo } from './pseudo.ts'

const texts = { ...pseudo(promptTexts), ...pseudo(helpTexts), ...pseudo(panelTexts) }
const person = hands(() => place)
let place: HTMLElement
let unmount = () => {}
let eyes: Eyes

/** A view of the widget in one state after the other. */
type Scene = () => Promise<void>

const see = () => eyes.look(place)

const shown = async (mount: MountPanel, answers: Partial<Omit<Room, 'texts'>> = {}) => {
  unmount()
  const { room, sent } = testRoom({ workspaceName: '1', announce: eyes.hear, ...answers })
  const inWords = { ...room, texts }
  unmount = mount(place, { ...inWords, further: async () => furtherIn(inWords) })
  see()
  await person.settle()
  see()
  return async (delivery: Delivery, of = 0) => {
    sent[of]?.deliver(delivery)
    await person.settle()
    see()
  }
}
const write = async (text: string, field?: number) => {
  await person.write(text, field)
  see()
}
const click = async (words: string) => {
  await person.click(words)
  see()
}

const stored = (reply?: unknown): Delivery => ({ state: 'stored', reply })
const rejected: Delivery = { state: 'rejected', problem: undefined }
const waiting = (reason: WaitingReason): Delivery => ({ state: 'waiting', reason, isKept: true })
const answering = (...values: unknown[]) =>
  (async () => {
    const value = values.length > 1 ? values.shift() : values[0]
    return value === undefined ? { kind: 'offline' } : { kind: 'ok', value: structuredClone(value) }
  }) as Room['ask']

const nothing = { items: [] }
const words = { kind: 'words' as const, words: ['12'] }
const offered = { kind: 'article' as const, articleId: '11', title: '12', excerpt: '13', locale: 'en', why: words }
const offers = { items: [offered] }
const why = (requests: number) => ({ kind: 'solved' as const, requests })
const all = {
  items: [
    { ...offered, kind: 'known_issue', why: why(1) },
    { ...offered, articleId: '17', why: why(18) },
    {
      kind: 'idea',
      ideaId: '19',
      title: '20',
      excerpt: '',
      locale: 'en',
      state: 'open',
      votes: 1,
      voted: false,
      why: words,
    },
  ],
}
const article: Article = {
  id: '11',
  title: '12',
  locale: 'en',
  summary: null,
  updatedAt: at,
  body: [
    { kind: 'paragraph', children: [{ kind: 'text', text: '14' }] },
    { kind: 'image', src: 'https://app.test/15.png', alt: '15' },
    { kind: 'link', href: 'https://app.test/', children: [{ kind: 'text', text: '16' }] },
  ],
}
const typed = '1234 5678'

const help: Scene = async () => {
  for (const count of [0, 1, 3]) {
    await shown(mountHome, { unread: () => ({ replies: count, answers: count }) })
    await shown(mountMessages, { unread: () => ({ replies: 0, answers: count }) })
  }

  await shown(mountHome, { ask: answering(nothing) })
  await write(typed)

  await shown(mountHome, { ask: answering(offers, offers, undefined, article) })
  await write(typed)
  await click('12')
  await click(texts.retry)
  await click(texts.yes)

  await shown(mountHome, { inline: true, ask: answering(nothing, offers, article) })
  await write(typed)
  await click('12')
  await click(texts.no)
}

const question: Scene = async () => {
  await shown(mountTicket, { ask: answering(nothing, offers, article) })
  await click(texts.sendTicket)
  await write(typed)
  await click('12')
  await click(texts.notSolved)
  await click('12')
  await click(texts.solved)

  const vote = await shown(mountTicket, { ask: answering(nothing, all) })
  await write(typed)
  await click('20')
  await write(typed)
  await click(texts.sendWhy)
  await click(texts.takeBack)
  await click('20')
  await vote(rejected, 3)

  const deliver = await shown(mountTicket)
  await write(typed)
  await click(texts.sendTicket)
  for (const state of [waiting('busy'), waiting('offline'), waiting('identity'), stored({ number: 17 })])
    await deliver(state)

  await shown(mountTicket, { draft: (name) => (name === 'refused:ticket' ? typed : undefined) })
}

const files: Scene = async () => {
  const screenshot = () => Promise.reject(new Error('not here'))
  const deliver = await shown(mountTicket, { screenshot })
  await click(texts.addScreenshot)
  await write(typed)
  await choose(new File(['1'], '21', { type: 'image/png' }), new File(['1'], '22', { type: 'text/plain' }))
  await choose(new File(['1'], '23', { type: 'text/html' }))
  await choose(new File([new Uint8Array(5_000_001)], '24', { type: 'image/png' }))
  await choose(...[25, 26, 27, 28].map((name) => new File(['1'], `${name}`, { type: 'text/plain' })))

  await click(texts.sendTicket)
  await deliver(stored({ number: 17 }))
  await deliver(rejected, 1)
  await deliver(stored(), 2)
}

async function choose(...chosen: File[]) {
  const chooser = place.querySelector<HTMLInputElement>('input[type=file]')
  if (!chooser) throw new Error('there is no file to choose')
  Object.defineProperty(chooser, 'files', { value: chosen, configurable: true })
  chooser.dispatchEvent(new Event('change'))
  await person.settle()
  see()
}

const messages: Scene = async () => {
  const said = [
    message('31', 'person', '32'),
    { ...message('33', 'member', '34'), authorName: null },
    { ...message('35', 'member', '36'), authorName: '37' },
  ]
  said[0]?.attachments.push({ id: '38', name: '39', type: 'image/png', sizeBytes: 48_210 })
  const own: PersonTicket[] = [
    { ...ticket('41', 42, at, said), unread: 1 },
    { ...ticket('43', 44, at, [message('45', 'person', '46')]), state: 'open', unread: 2 },
  ]

  await shown(mountMessages)
  await shown(mountMessages, { ask: answering({ items: [] }) })

  const unsent = async () => [
    item('tickets/51', { body: '52' }),
    item('tickets/41/messages/53', { body: '54' }),
    item('tickets/41/attachments/55?messageId=31&name=56', {}, new Blob(['1'])),
  ]
  await shown(mountMessages, { ask: answering({ items: own }), waiting: unsent })
  await click('32')
  await click(texts.back)

  const deliver = await shown(mountMessages, { ask: answering({ items: own.map((one) => ({ ...one, unread: 0 })) }) })
  await click('46')
  await write(typed)
  await click(texts.sendReply)
  await deliver(rejected)
}

const ideas: Scene = async () => {
  const board = (['open', 'planned', 'in_progress', 'shipped', 'closed'] as const).map((state, votes) =>
    idea(`${60 + votes}`, `6000${votes}`, { state, votes, body: '66' }),
  )

  await shown(mountIdeas)
  await shown(mountIdeas, { ask: answering({ items: [] }) })

  const unsent = async () => [item('ideas/71', { title: '72' })]
  const refuse = await shown(mountIdeas, { ask: answering({ items: board }), waiting: unsent })
  await click('60001')
  await refuse(rejected)

  await click(texts.suggestIdea)
  await click(texts.sendIdea)
  await write('60002 73')
  await write('74', 1)
  await click(texts.sendIdea)
  await refuse(waiting('offline'), 1)
  await refuse(stored(), 1)
}

const scenes: [name: string, scene: Scene][] = [
  ['help', help],
  ['a question', question],
  ['files', files],
  ['messages', messages],
  ['ideas', ideas],
]

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at) + 120_000 })
  eyes = createEyes()
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  unmount()
  unmount = () => {}
  place.remove()
  vi.useRealTimers()
})

describe('in a language that nobody speaks, the panels', () => {
  it.each(scenes)('say no word of their own: %s', async (_, scene) => {
    await scene()

    expect(eyes.strangers()).toEqual([])
  })

  it('say every word that a translator is given', async () => {
    for (const [, scene] of scenes) await scene()

    expect(eyes.missing(pseudo({ ...helpTexts, ...panelTexts }))).toEqual([])
  })
})
