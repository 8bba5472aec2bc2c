import type { IdentitySettings, SigningKey } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

const key: SigningKey = {
  id: 'sgk_1',
  algorithm: 'HS256',
  name: 'Production',
  hint: 'abc123',
  createdAt: '2026-01-01T00:00:00Z',
  lastUsedAt: null,
}

let identity: IdentitySettings
let refusal: { code: string; detail?: string } | null
let page: ReturnType<typeof stage>

const answer = ({ method, path, body }: Asked) => {
  if (method !== 'GET' && refusal) {
    return Response.json({ type: '', title: 'No.', status: 400, ...refusal }, { status: 400 })
  }
  if (method === 'PATCH') identity = { ...identity, ...(body as object) }
  if (method === 'DELETE') {
    identity = { ...identity, keys: identity.keys.filter(({ id }) => !path.endsWith(id)) }
    return new Response(null, { status: 204 })
  }
  if (method === 'POST') {
    const made = { ...key, id: 'sgk_2', ...(body as object) }
    identity = { ...identity, keys: [...identity.keys, made] }
    return Response.json({ ...made, secret: 'the-secret' }, { status: 201 })
  }
  return Response.json(identity)
}

beforeEach(() => {
  refusal = null
  identity = {
    workspaceId: 'wsp_1',
    enforced: false,
    unverifiedValues: 'ignore',
    keys: [key],
    seen: { days: 30, signed: 1200, unsigned: 250, anonymous: 50 },
  }
  page = stage(answer)
})
afterEach(() => page.leave())

describe('who visitors are', () => {
  it('is told in words: how many came in which way', async () => {
    await page.open('identity')

    const rows = [...page.root.querySelectorAll('.seen .numbers')].map(({ textContent }) => textContent)
    expect(rows).toEqual(['1,200 visitors · 80\u00a0%', '250 visitors · 17\u00a0%', '50 visitors · 3\u00a0%'])
  })

  it('is told when nobody came', async () => {
    identity.seen = { days: 30, signed: 0, unsigned: 0, anonymous: 0 }
    await page.open('identity')

    expect(page.root.querySelector('.seen')).toBeNull()
    expect(page.root.textContent).toContain('Nobody came in these days.')
  })
})

describe('enforcement', () => {
  it('says in numbers whom it shuts out before it is switched on', async () => {
    await page.open('identity')

    await page.press('Switch on')
    expect(page.one('dialog').textContent).toContain('300 of 1,500 visitors in the last 30 days')
    expect(page.changes()).toEqual([])
    await page.press('Switch enforcement on')

    await vi.waitFor(() => expect(page.root.querySelector('dialog')).toBeNull())
    expect(page.changes()).toMatchObject([{ method: 'PATCH', path: '/api/identity', body: { enforced: true } }])
    await vi.waitFor(() => expect(page.root.textContent).toContain('On: the widget works only for visitors'))
  })

  it('changes nothing when one leaves it off, and says what the server refused', async () => {
    await page.open('identity')
    await page.press('Switch on')
    await page.press('Leave it off')
    expect(page.root.querySelector('dialog')).toBeNull()
    expect(page.changes()).toEqual([])

    refusal = { code: 'nobody_signed', detail: 'Make a key first.' }
    await page.press('Switch on')
    await page.press('Switch enforcement on')

    await vi.waitFor(() => expect(page.one('dialog [role=alert]').textContent).toContain('Make a key first.'))
    expect(page.root.textContent).toContain('Off: the widget works for everyone')
  })

  it('cannot be switched on without a key', async () => {
    identity.keys = []
    await page.open('identity')

    expect(page.one<HTMLButtonElement>('button', 'Switch on').disabled).toBe(true)
    expect(page.root.textContent).toContain('Create a signing key first')
  })
})

describe('signing keys', () => {
  it('show the secret once, with a way to copy it', async () => {
    const writeText = vi.fn(async () => undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    await page.open('identity')

    await page.type('input[name=name]', 'Staging')
    await page.press('Create key')
    await vi.waitFor(() => expect(page.one<HTMLInputElement>('.secret input').value).toBe('the-secret'))
    expect(page.changes()).toMatchObject([{ body: { name: 'Staging', algorithm: 'HS256' } }])
    await page.press('Copy')
    await vi.waitFor(() => expect(page.root.textContent).toContain('Copied'))
    expect(writeText).toHaveBeenCalledWith('the-secret')

    await page.press('I have stored it')
    expect(page.root.innerHTML).not.toContain('the-secret')
    await vi.waitFor(() => expect(page.root.querySelectorAll('tbody tr')).toHaveLength(2))
  })

  it('never send a private key, and keep what was typed when the server refuses', async () => {
    await page.open('identity')
    await page.type('input[name=name]', 'Own pair')
    await page.choose('select[name=algorithm]', 'ES256')
    await page.type('textarea', '-----BEGIN PRIVATE KEY-----\nx')

    await page.press('Create key')
    expect(page.root.textContent).toContain('This is a private key.')
    expect(page.changes()).toEqual([])

    refusal = { code: 'signing_key_unfit', detail: 'ES256 takes a key on the curve P-256.' }
    await page.type('textarea', '-----BEGIN PUBLIC KEY-----\nx')
    await page.press('Create key')

    await vi.waitFor(() => expect(page.one('.field-error').textContent).toContain('the curve P-256'))
    expect(page.one<HTMLTextAreaElement>('textarea').value).toBe('-----BEGIN PUBLIC KEY-----\nx')
    expect(page.one<HTMLInputElement>('input[name=name]').value).toBe('Own pair')
  })

  it('are revoked once one has confirmed it, with a warning for the last one under enforcement', async () => {
    identity.enforced = true
    await page.open('identity')

    await page.press('Revoke')
    expect(page.one('dialog').textContent).toContain('nobody gets in until there is a new key')
    await page.press('Revoke the key')

    await vi.waitFor(() => expect(page.root.textContent).toContain('No keys yet.'))
    expect(page.changes()).toMatchObject([{ method: 'DELETE', path: '/api/identity/keys/sgk_1' }])
  })

  it('come with an example that holds the workspace and the newest key', async () => {
    await page.open('identity')

    expect(page.one('.example code').textContent).toContain("kid: 'sgk_1'")
    expect(page.one('.example code').textContent).toContain("setAudience('wsp_1')")
  })
})

it('lets one choose what unverified values are used for', async () => {
  await page.open('identity')

  await page.one<HTMLInputElement>('input[name=unverified-values]:not(:checked)').click()

  await vi.waitFor(() => expect(page.root.textContent).toContain('Saved'))
  expect(page.changes()).toMatchObject([{ method: 'PATCH', body: { unverifiedValues: 'use' } }])
})

it('offers those who may not change anything nothing to change, and says why', async () => {
  await page.open('identity', 'agent')

  expect(page.root.textContent).toContain('Changing it takes an owner or admin')
  expect(page.root.querySelectorAll('button, input:enabled:not(fieldset[disabled] *)')).toHaveLength(0)
})
