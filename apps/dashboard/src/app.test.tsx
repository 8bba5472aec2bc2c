import type { Session, SignUpState } from '@heed/contracts'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from './app.tsx'

const session: Session = {
  member: { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role: 'agent' },
  workspace: {
    id: 'wsp_1',
    name: 'Quayside',
    currency: 'USD',
    sample: true,
    accent: '#1a6b5c',
    firstResponseTargetMs: 900_000,
  },
}
const nothing: Record<string, unknown> = {
  '/api/segment/size': { people: 3, accounts: 2, spendMinor: 1, base: { people: 9, accounts: 8, spendMinor: 2 } },
  '/api/tickets': { items: [], nextCursor: null, total: 0 },
  '/api/areas': { items: [] },
  '/api/ideas': {
    items: [],
    states: { open: 0, planned: 0, in_progress: 0, shipped: 0, closed: 0 },
    accountShare: 0.1,
  },
  '/api/notices': { items: [], unread: 0 },
}

let isSignedIn: boolean
let who: Session
let signUp: SignUpState
let root: HTMLElement
const asked: string[] = []

/** A server that knows one password. */
async function serve(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(String(input), location.origin)
  asked.push(`${init?.method} ${url.pathname}${url.search}`)
  if (url.pathname === '/api/session' && init?.method === 'POST') {
    const { password } = JSON.parse(String(init.body))
    isSignedIn = password === 'right'
    return isSignedIn ? Response.json(who) : problem(401, 'wrong_credentials')
  }
  if (url.pathname === '/api/sign-up') return Response.json(signUp)
  if (!isSignedIn) return problem(401, 'not_signed_in')
  return Response.json(url.pathname === '/api/session' ? who : nothing[url.pathname])
}

const problem = (status: number, code: string) =>
  Response.json({ type: `/problems/${code}`, title: code, status, code }, { status })

const open = (address: string) => {
  history.replaceState(null, '', address)
  return act(() => render(<App />, root))
}
const painted = () => act(() => new Promise<void>((next) => requestAnimationFrame(() => setTimeout(next))))
const signIn = async (password: string) => {
  await painted() // the form listens once the frame is over
  await act(() => {
    const [email, secret] = root.querySelectorAll('input')
    if (!email || !secret) throw new Error('there is no form')
    email.value = 'ada@example.com'
    secret.value = password
    root.querySelector('form')?.requestSubmit()
  })
}
const signInAgain = async () => {
  await painted()
  await act(() => {
    const secret = root.querySelector<HTMLInputElement>('[name=password]')
    if (!secret) throw new Error('there is no form')
    secret.value = 'right'
    secret.form?.requestSubmit()
  })
}
const where = () => location.pathname + location.search

beforeEach(() => {
  isSignedIn = false
  who = session
  signUp = { open: false, first: false }
  asked.length = 0
  root = document.body.appendChild(document.createElement('div'))
  vi.stubGlobal('fetch', serve)
})
afterEach(() => {
  render(null, root)
  root.remove()
  vi.unstubAllGlobals()
})

describe('the way in', () => {
  it('leads from any page to sign-in and back, with the segment', async () => {
    await open('/tickets?segment=plan:growth&state=all')
    await vi.waitFor(() => expect(root.querySelector('form')).not.toBeNull())
    expect(new URLSearchParams(location.search).get('next')).toBe('/tickets?segment=plan:growth&state=all')

    await signIn('right')
    await vi.waitFor(() => expect(where()).toBe('/tickets?segment=plan:growth&state=all'))

    await vi.waitFor(() => expect(asked).toContain('GET /api/tickets?segment=plan%3Agrowth'))
    await vi.waitFor(() => expect(asked).toContain('GET /api/segment/size?segment=plan%3Agrowth'))
    expect(root.querySelector('nav a')?.getAttribute('href')).toBe('/?segment=plan:growth')
    expect(root.textContent).toContain('Sample data')
  })

  it('shows nothing of who was signed in before, though that session ended by itself', async () => {
    const areas = () => asked.filter((each) => each === 'GET /api/areas').length
    await open('/sign-in?next=/tickets')
    await signIn('right')
    await vi.waitFor(() => expect(areas()).toBe(1))

    history.pushState(null, '', '/sign-in?next=/tickets')
    await act(() => void dispatchEvent(new PopStateEvent('popstate')))
    await signIn('right')

    await vi.waitFor(() => expect(areas()).toBe(2))
  })

  it('leads over the page once the session has ended, which loses nothing that was typed', async () => {
    isSignedIn = true
    await open('/ideas')
    await vi.waitFor(() => expect(root.querySelector('.idea-new')).not.toBeNull())
    await act(() => root.querySelector<HTMLElement>('.idea-new')?.click())
    await vi.waitFor(() => expect(root.querySelector('.idea-form')).not.toBeNull())
    const title = () => root.querySelector<HTMLInputElement>('.idea-form input')
    await act(() => {
      const input = title()
      if (!input) throw new Error('there is no form')
      input.value = 'Dark mode'
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    isSignedIn = false
    await act(() => root.querySelector<HTMLFormElement>('.idea-form')?.requestSubmit())
    await vi.waitFor(() => expect(root.querySelector('[name=password]')).not.toBeNull())
    expect([where(), title()?.value]).toEqual(['/ideas', 'Dark mode'])
    expect(root.querySelector<HTMLInputElement>('[name=email]')?.value).toBe('ada@example.com')

    await signInAgain()

    await vi.waitFor(() => expect(root.querySelector('[name=password]')).toBeNull())
    expect([where(), title()?.value]).toEqual(['/ideas', 'Dark mode'])
  })

  it('begins anew for somebody else who signs in over a page', async () => {
    isSignedIn = true
    await open('/ideas')
    await vi.waitFor(() => expect(root.querySelector('.idea-new')).not.toBeNull())
    await act(() => root.querySelector<HTMLElement>('.idea-new')?.click())
    await vi.waitFor(() => expect(root.querySelector('.idea-form')).not.toBeNull())
    isSignedIn = false
    await act(() => {
      const input = root.querySelector<HTMLInputElement>('.idea-form input')
      if (!input) throw new Error('there is no form')
      input.value = 'Dark mode'
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await act(() => root.querySelector<HTMLFormElement>('.idea-form')?.requestSubmit())
    await vi.waitFor(() => expect(root.querySelector('[name=password]')).not.toBeNull())

    who = { ...session, member: { ...session.member, id: 'mem_2', name: 'Bo' } }
    await signInAgain()

    await vi.waitFor(() => expect(root.querySelector('.member-name')?.textContent).toBe('Bo'))
    expect(root.querySelector('.idea-form')).toBeNull()
  })

  it('says that the password is wrong, and asks for nothing else', async () => {
    await open('/sign-in')

    await signIn('wrong')

    await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toMatch(/password is wrong/))
    expect(where()).toBe('/sign-in')
    expect(asked).toEqual(['GET /api/sign-up', 'POST /api/session'])
  })

  it('offers a workspace of one’s own where there may be one, and leads there where there is nobody', async () => {
    signUp = { open: true, first: false }
    await open('/sign-in')
    await vi.waitFor(() => expect(root.querySelector('a[href="/new-workspace"]')).not.toBeNull())
    expect(where()).toBe('/sign-in')

    render(null, root)
    signUp = { open: true, first: true }
    await open('/tickets')

    await vi.waitFor(() => expect(where()).toBe('/new-workspace'))
    await vi.waitFor(() => expect(root.querySelector('[name=workspaceName]')).not.toBeNull())
  })

  it('says kindly that nobody may make a workspace', async () => {
    await open('/new-workspace')

    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('No new workspaces here'))
    expect(root.querySelector('form')).toBeNull()
  })

  it('uses a sign-in link at once and takes it out of the address', async () => {
    await open('/sign-in#link=a-token-of-some-length')

    await vi.waitFor(() => expect(asked).toContain('POST /api/session'))
    expect(location.hash).toBe('')
  })

  it('shows a page that does not exist as such, with a way on', async () => {
    isSignedIn = true

    await open('/nowhere?segment=plan:growth')

    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toMatch(/no page here/))
    expect(root.querySelector('main a.button')?.getAttribute('href')).toBe('/?segment=plan:growth')
    expect(document.title).toMatch(/· Heed$/)
  })
})
