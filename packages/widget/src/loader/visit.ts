import type { Panel, WidgetConfig, WidgetSettings } from '@heed/contracts'
import { lightOf, readAccent, textOn } from './accent.ts'
import { chooseLocale } from './languages.ts'
import { createLauncher } from './launcher.ts'
import type {
  FetchModule,
  HostClaim,
  Link,
  Open,
  Runtime,
  RuntimeModule,
  TriggersModule,
  VisitorKept,
  Watching,
} from './link.ts'
import type { Memory } from './memory.ts'
import { watchPlaces } from './places.ts'
import { refusalOf } from './refusal.ts'
import { here, isWatched, startWatch } from './watch.ts'
import { whenIdle } from './when-idle.ts'

type VisitOptions = {
  config: WidgetConfig
  scriptUrl: string
  fetchModule: FetchModule
  memory: Memory
  emit: Link['emit']
  claim(): HostClaim
  settings(): WidgetSettings
}

/** A reply is not looked for again within so many milliseconds, in all tabs together. */
const lookRestMs = 300_000

/** The widget's life in the page, from boot to `reset`. */
export type Visit = ReturnType<typeof startVisit>

/** Draws the launcher and watches over what surveys wait for once the page is idle; fetches the runtime when it is wanted. */
export function startVisit({ config, scriptUrl, fetchModule, memory, emit, claim, settings }: VisitOptions) {
  const end = new AbortController()
  const { signal } = end
  let runtime: Runtime | undefined
  let loading: Promise<Runtime | undefined> | undefined
  /** Of the runtime that is there or on its way. */
  let language: string | undefined
  /** Counts up when the words of another language are wanted. */
  let swaps = 0
  let attempts = 0
  /** Counts up when what was wished for is not wanted any more. */
  let wish = 0
  let open: Open
  let ready = false
  /** What the host page called the page of that address. */
  let named: { name: string | undefined; href: string } | undefined
  /** How many unread replies the host page last heard of. */
  let told = 0
  let watching: Watching | undefined
  /** What stood behind the # of the address when it was last looked at. */
  let hash = ''

  const locale = () =>
    chooseLocale([
      settings().locale,
      claim().locale,
      // The language the browser itself speaks. The first look at `navigator` takes 16 kB of memory in a page that does
      // without it, and most of `Intl` loads tables for tens of milliseconds; this is the lightest of both.
      document.documentElement.lang || new Intl.PluralRules().resolvedOptions().locale,
      config.defaultLocale,
    ])

  const visitor = () => `visitor:${claim().userId ?? ''}`
  const kept = () => (memory.get(visitor()) ?? {}) as VisitorKept

  const launcher = createLauncher(
    () => whenLoaded((loaded) => loaded.rooms('help')),
    () => openPanel(kept().unread ? 'messages' : 'help'),
  )

  const watch = startWatch({
    surveys: config.surveys,
    isRefused: (survey) => refusalOf(kept(), survey),
    watching: () => watching,
    nowOpen: () => open,
    isLoaded: () => runtime,
    due: () => memory.allowed() && whenLoaded((loaded) => loaded.look()),
  })

  /** Brings the launcher and what surveys wait for up to what is so now. Nothing is drawn before the page is idle. */
  const look = () => {
    if (!ready || signal.aborted) return
    const { tickets, lookedAt = 0, unread = 0 } = kept()
    const now = settings()
    const { token, userHash } = claim()
    launcher.draw(
      locale(),
      {
        ...now,
        accent: now.accent ?? config.accent,
        // It would lead to nothing but refusals.
        ...(config.signedOnly && !token && !userHash && { launcher: false }),
      },
      open && (open.panel ? 'panel' : 'prompt'),
      unread,
    )
    if (unread !== told) emit('unread', { count: unread })
    told = unread
    watching?.look()
    watch.look()
    const before = hash
    hash = here().hash
    if (hash !== before && hash.includes('heed-test=')) whenLoaded((loaded) => loaded.trial(hash))
    // Everybody who asked and wished for nothing here stays at one request.
    if (!tickets || document.hidden || Math.abs(Date.now() - lookedAt) < lookRestMs) return
    memory.set(visitor(), { ...kept(), lookedAt: Date.now() })
    whenLoaded(async (loaded) => (await loaded.rooms()).lookForReplies())
  }

  const load = async () => {
    const swap = swaps
    // A browser may keep a download that failed as failed; another address is another try.
    const again = attempts ? `?${attempts}` : ''
    attempts += 1
    const module = await fetchModule<RuntimeModule>(`runtime.${language}.js${again}`)
    if (signal.aborted || swap !== swaps) return undefined
    attempts = 0
    runtime = module.start({
      config,
      api: new URL(`${config.key}/`, scriptUrl).href,
      root: launcher.root,
      colours: { readAccent, lightOf, textOn },
      memory,
      dueAt: watch.dueAt,
      claim,
      settings,
      locale,
      pageName: () => (named?.href === document.URL ? named.name : undefined),
      emit,
      look,
      nowOpen(next) {
        open = next
        if (!next?.survey) speak()
        look()
      },
    })
    watch.look()
    return runtime
  }

  /**
   * Hands the runtime to `work`, fetching it first if need be. A fetch that failed is tried again by the next wish. What
   * was under way when another language was chosen is done again in that one.
   * @returns whether it went well
   */
  const whenLoaded = async (work: (loaded: Runtime) => unknown): Promise<unknown> => {
    language ??= locale().language
    loading ??= load()
    const attempt = loading
    const swap = swaps
    const isDone = await attempt
      .then((loaded) => loaded && work(loaded))
      // A fault in a panel must not show up as an unhandled rejection of the host page.
      .then(
        () => true,
        () => {
          if (!runtime && loading === attempt) loading = undefined
        },
      )
    return signal.aborted || swap === swaps ? isDone : whenLoaded(work)
  }

  const openPanel = async (panel: Panel) => {
    wish += 1
    const wished = wish
    launcher.say('busy')
    if (await whenLoaded(async (loaded) => (await loaded.rooms(panel)).open(panel, () => wished === wish)))
      return launcher.say()
    launcher.say('failed')
    emit('error', { code: 'unreachable', message: panel })
  }

  /** What few surveys wait for is listened to by a download of its own. */
  const watchTriggers = async () => {
    const module = await fetchModule<TriggersModule>('triggers.js')
    if (signal.aborted) return
    watching = module.startTriggers({ ...config, memory, settings, signal, changed: look })
    look()
  }

  /**
   * The words of another language are another runtime; a panel is opened again in them. A prompt that stands, or was
   * granted just now, is not: nobody is asked twice.
   */
  const speak = async () => {
    await runtime?.settled()
    if (!loading || open?.survey || language === locale().language) return
    const panel = open?.panel
    runtime?.stop()
    runtime = loading = language = undefined
    swaps += 1
    if (ready) lookForPlaces()
    if (panel) openPanel(panel)
  }

  const lookForPlaces = () =>
    watchPlaces((element) => whenLoaded(async (loaded) => (await loaded.rooms()).place(element)))

  whenIdle(() => {
    ready = true
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener('currententrychange', look, { signal })
    document.addEventListener('visibilitychange', look, { signal })
    document.addEventListener(
      'click',
      ({ target }) => {
        const opener = target instanceof Element && target.closest('[data-heed-open]')
        if (opener) openPanel((opener.getAttribute('data-heed-open') || 'help') as Panel)
        // In browsers older than the Navigation API most changes of the address are found out by the next click.
        if (!navigation) look()
      },
      { signal },
    )
    look()
    lookForPlaces()
    if (config.surveys.some(isWatched)) watchTriggers().catch(() => {})
    // What an earlier page could not send leaves now, without anybody opening anything.
    if (memory.get('waiting')) whenLoaded(() => {})
    emit('ready', undefined)
  }, signal)

  return {
    element: launcher.element,
    ready: () => ready,
    unread: () => told,
    refresh() {
      speak()
      look()
      runtime?.refresh()
    },
    track(event: string, properties?: Record<string, unknown>) {
      watch.track(event, properties)
      look()
    },
    page(name?: string) {
      named = { name, href: document.URL }
      look()
    },
    open: openPanel,
    close() {
      wish += 1
      runtime?.close()
    },
    survey(surveyId: string) {
      const wished = wish
      whenLoaded((loaded) => wished === wish && loaded.survey(surveyId))
    },
    /** What says why each survey is not on the screen. */
    facts: () => ({ events: watch.events, watching, open, kept: kept() }),
    stop() {
      end.abort()
      watch.stop()
      watchPlaces()
      runtime?.stop()
      launcher.element.remove()
    },
  }
}
