import type { Panel, WidgetConfig, WidgetSettings } from '@heed/contracts'
import { chooseLocale, type Locale } from './languages.ts'
import { createLauncher, type Launcher } from './launcher.ts'
import type { FetchModule, HostClaim, Link, Open, Runtime, VisitorKept, Watching } from './link.ts'
import type { Memory } from './memory.ts'
import { watchPlaces } from './places.ts'
import { here, isOfPage, isWatched, startWatch, type Watch } from './watch.ts'
import { whenIdle } from './when-idle.ts'
import { startWishes, type Wishes } from './wishes.ts'

export type VisitOptions = {
  config: WidgetConfig
  scriptUrl: string
  fetchModule: FetchModule
  memory: Memory
  emit: Link['emit']
  claim(): HostClaim
  settings(): WidgetSettings
}

/** What is so at this moment of a visit. One object that its parts share: a function for each would take more memory. */
export type Now = {
  /** How many unread replies the host page last heard of. */
  unread: number
  /** Once it began: the page was idle, or something was opened. */
  ready?: boolean
  /** Once the host page said `reset`. */
  isOver?: boolean
  open?: Open
  /** A panel is on its way. */
  isOpening?: boolean
  /** What the host page called the page of that address. */
  named?: { name: string | undefined; href: string }
  runtime?: Runtime | undefined
  watching?: Watching
  /** Once something was wished for. */
  wishes?: Wishes
}

/** The widget's life in the page, from boot to `reset`. */
export type Visit = Now & {
  launcher: Launcher
  watch: Watch
  /** Draws the launcher and all that comes with it: once the page is idle, or something was wished for that is there. */
  begin(): void
  /** Makes wishes possible. */
  wish(): Wishes
  locale(): Locale
  /** What the browser keeps of the visitor of now. */
  kept(): VisitorKept
  /** Brings the launcher and what surveys wait for up to what is so now. Nothing is drawn before it began. */
  look(): void
  stop(): void
}

/** A reply is not looked for again within so many milliseconds, in all tabs together. */
const lookRestMs = 300_000

/** Draws the launcher and watches over what surveys wait for once the page is idle; the rest comes with the first wish. */
export function startVisit(options: VisitOptions): Visit {
  const { config, memory, emit, claim, settings } = options
  const now: Now = { unread: 0 }
  /** What stood behind the # of the address when it was last looked at. */
  let hash = ''
  /** The address at that time. */
  let address = ''
  /**
   * The language the browser itself speaks. The first look at `navigator` takes 16 kB of memory in a page that does without
   * it, and most of `Intl` loads tables for tens of milliseconds; this is the lightest of both, and asked once.
   */
  let spoken: string | undefined

  const locale = () => {
    const { lang } = document.documentElement
    if (!lang) spoken ??= new Intl.PluralRules().resolvedOptions().locale
    return chooseLocale([settings().locale, claim().locale, lang || spoken, config.defaultLocale])
  }

  const visitor = () => `visitor:${claim().userId ?? ''}`
  const kept = () => (memory.get(visitor()) ?? {}) as VisitorKept

  const wish = () => {
    now.wishes ??= startWishes(options, visit)
    return now.wishes
  }

  const look = () => {
    if (!now.ready || now.isOver) return
    const { tickets, lookedAt = 0, unread = 0 } = kept()
    const { token, userHash } = claim()
    // Of those whom the server does not hear it would lead to nothing but refusals.
    const hidden = config.signedOnly && !token && !userHash
    launcher.draw(locale(), settings(), hidden, now.open, unread)
    const told = now.unread
    // First: a listener may say something that looks again.
    now.unread = unread
    if (unread !== told) emit('unread', { count: unread })
    now.watching?.look()
    watch.look()
    const before = hash
    address = document.URL
    hash = here().hash
    if (hash !== before && hash.includes('heed-test=')) wish().whenLoaded((loaded) => loaded.trial(hash))
    // Everybody who asked and wished for nothing here stays at one request.
    if (!tickets || document.hidden || Math.abs(Date.now() - lookedAt) < lookRestMs) return
    memory.set(visitor(), { ...kept(), lookedAt: Date.now() })
    wish().whenLoaded(async (loaded) => (await loaded.rooms()).lookForReplies())
  }

  const clicked = (event: Event) => {
    // Also from within a shadow root.
    const opener = (event.composedPath() as Partial<Element>[]).find((target) => target.matches?.('[data-heed-open]'))
    if (opener) wish().open((opener.getAttribute?.('data-heed-open') || 'help') as Panel)
    if (document.URL !== address) look()
  }

  const launcher = createLauncher(
    config.accent,
    () => wish().whenLoaded((loaded) => loaded.rooms('help')),
    () => wish().open(kept().unread ? 'messages' : 'help'),
  )

  const watch = startWatch(config.surveys, now, kept, () => {
    if (memory.allowed()) wish().whenLoaded((loaded) => loaded.look())
  })

  const listen = (how: 'addEventListener' | 'removeEventListener') => {
    // The first look at the Navigation API takes 4 kB of memory. Where no survey waits for a page, and in older browsers,
    // the way back and the next click find out most changes of the address.
    const { navigation } = (config.surveys.some(isOfPage) ? window : {}) as { navigation?: EventTarget }
    const changes = navigation ?? window
    changes[how](navigation ? 'currententrychange' : 'popstate', look)
    document[how]('visibilitychange', look)
    // Before the host page can keep it from us, and from within its shadow roots.
    document[how]('click', clicked, true)
  }

  const begin = () => {
    if (now.ready || now.isOver) return
    now.ready = true
    listen('addEventListener')
    look()
    watchPlaces((element) => wish().place(element))
    if (config.surveys.some(isWatched)) wish().watchTriggers()
    // What an earlier page could not send leaves now, without anybody opening anything.
    if (memory.get('waiting')) wish().whenLoaded(() => {})
    emit('ready', undefined)
  }

  const stop = () => {
    now.isOver = true
    listen('removeEventListener')
    watch.stop()
    watchPlaces()
    now.wishes?.stop()
    if (now.unread) emit('unread', { count: 0 })
    launcher.element.remove()
  }

  const visit = Object.assign(now, { launcher, watch, begin, wish, locale, kept, look, stop })
  whenIdle(begin)
  return visit
}
