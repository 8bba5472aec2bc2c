import { expect, it } from 'vitest'
import { testHeed } from './testing-heed.ts'

// What host pages give `heed`, right or wrong.

const { heed, started, tab, styles, status } = testHeed()

it('takes a numeric user id for the text that it is', async () => {
  started()

  heed('identify', { userId: 42 })

  expect((await status()).identified).toBe(true)
})

it('keeps the colour of the workspace when the host page sets none', () => {
  started()
  const before = styles()

  heed('set', { accent: undefined })

  expect(styles()).toBe(before)
  expect(before).toContain('rgb(43, 89, 195)')
})

it('keeps apart whose token it is, by what stands in it', async () => {
  started()
  const token = `e30.${Buffer.from('{"sub":"u1"}').toString('base64url')}.c2ln`

  heed('identify', { token })

  expect(await status()).toMatchObject({ identified: true })
})

it('knows nobody by a token that cannot be read', async () => {
  started()

  heed('identify', { token: 'undefined' })

  expect(await status()).toMatchObject({ identified: false })
})

const circular: Record<string, unknown> = {}
circular.itself = circular

it.each([
  ['a text', 'u1'],
  ['what cannot be written down', { userId: 'u1', traits: { id: 10n } }],
  ['what holds itself', { userId: 'u1', traits: circular }],
  ['nothing', null],
])('leaves %s alone where a claim is due', async (_, claim) => {
  started()

  heed('identify', claim)
  heed('account', claim)

  expect((await status()).identified).toBe(false)
})

it('keeps what was said of a person before, until another one is named', () => {
  started()
  heed('identify', { userId: 'u1', locale: 'de' })

  heed('identify', { userId: 'u1', name: 'Lena' })
  expect(tab()?.parentElement?.lang).toBe('de')
  heed('identify', { userId: 'u2' })

  expect(tab()?.parentElement?.lang).toBe('en')
})

it.each([
  ['an accent', { accent: 'tomato' }],
  ['no accent', { accent: null }],
  ['an empty accent', { accent: '' }],
  ['an empty place', { position: '' }],
  ['a font', { font: null }],
  ['a language', { locale: 5 }],
])('takes its own where the host page sets %s that is none', (_, settings) => {
  started()
  const before = styles()

  heed('set', settings)

  expect(styles()).toBe(before)
  expect(tab()?.parentElement?.lang).toBe('en')
})

it('takes several fonts for the list that they are', () => {
  started()

  heed('set', { font: ['Inter', 'serif'] })

  expect(styles()).toContain('--heed-font: Inter,serif')
})

it.each(['faq', 'outbox', 'Help', {}, null])('opens nothing by the name of %s', (panel) => {
  started()

  heed('open', panel)

  expect(tab()?.getAttribute('aria-busy')).toBe('false')
})
