import { type AccountClaim, heed, type Identification, type WidgetSettings } from '@heed/widget'
import { createElement, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { Session } from './session.ts'
import { useEarlyEffect } from './use-early-effect.ts'
import { useSessionEvent } from './use-heed-event.ts'
import { Unread } from './use-unread.ts'

export type HeedProviderProps = WidgetSettings & {
  /** The publishable key, `pk_…`. */
  apiKey: string
  /** Address of your Heed, such as `https://heed.example.com`. */
  host: string
  /**
   * Who the person is. `undefined`: not known, or not yet. `null`: they signed out, and their things leave the browser.
   * Its `token` may be a function that fetches one from your server; another function at the next render is no change.
   */
  user?: Identification | null | undefined
  /** The customer company they belong to. */
  account?: AccountClaim | null | undefined
  children?: ReactNode
}

type Past = { session?: string; look?: string; known?: boolean; userId?: string | undefined }

/** Providers that stand in the page. */
const standing = new Set<object>()

/**
 * Starts the widget, says who the person is whenever that changes by value, and stops the widget when it goes.
 * What components below say in their effects comes after that.
 */
export function HeedProvider({ apiKey, host, user, account, children, ...settings }: HeedProviderProps): ReactElement {
  const session = `${host} ${apiKey}`
  // As text, so that a new object with the same in it is no change, and `undefined` is nothing said.
  const look = asText(settings) ?? '{}'
  const claim = asText(user ? { ...user, ...(account && { account }) } : user)
  const ofNobody = user ? undefined : asText(account ?? undefined)
  const past = useRef<Past>({}).current
  const token = user && 'token' in user ? user.token : undefined
  const signs = typeof token === 'function'
  const newest = useRef({ claim, token })
  newest.current = { claim, token }
  const [unread, setUnread] = useState(0)

  useEarlyEffect(() => {
    if (past.session !== undefined && past.session !== session) {
      heed.stop()
      setUnread(0)
    }
    past.session = session
    standing.add(past)
    heed.start({ ...JSON.parse(look), key: apiKey, host })
  }, [session])

  useEarlyEffect(() => {
    if (past.look !== undefined && past.look !== look) heed('set', JSON.parse(look))
    past.look = look
  }, [look])

  useEarlyEffect(() => {
    if (user !== undefined && claim !== undefined) {
      if (past.userId !== user?.userId) setUnread(0)
      // What fetches tokens for another person must not be asked in this one's name.
      const newestToken = () => tokenOf(newest.current.claim === claim ? newest.current.token : token)
      if (user) heed('identify', { ...JSON.parse(claim), ...(signs && { token: newestToken }) })
      else if (past.known) {
        heed('reset')
        // The widget rests after it. It comes back as it is for whoever is not signed in.
        heed('set', JSON.parse(look))
      }
      past.known = user !== null
      past.userId = user?.userId
    }
    if (ofNobody) heed('account', JSON.parse(ofNobody))
  }, [session, claim, signs, ofNobody])

  // Not where it starts, because React undoes those effects also while it hides a tree that waits for something.
  // And not at once: Strict Mode takes every component away and brings it back in one go.
  useEffect(
    () => () => {
      standing.delete(past)
      queueMicrotask(() => {
        if (standing.size === 0) heed.stop()
      })
    },
    [past],
  )

  useSessionEvent(session, 'unread', ({ count }) => setUnread(count))

  return createElement(
    Session.Provider,
    { value: session },
    createElement(Unread.Provider, { value: unread }, children),
  )
}

/** Undefined for what cannot be written down, such as a BigInt: nothing can be said of it, and rendering must go on. */
const asText = (said: unknown): string | undefined => {
  try {
    return JSON.stringify(said)
  } catch (fault) {
    // biome-ignore lint/suspicious/noConsole: there is no other sign of it
    console.warn('heed:', fault)
    return undefined
  }
}

type Token = string | (() => string | Promise<string>) | undefined

const tokenOf = (token: Token) => (typeof token === 'function' ? token() : (token ?? ''))
