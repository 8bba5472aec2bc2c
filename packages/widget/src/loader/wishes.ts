import type { Panel } from '@heed/contracts'
import { accentOf, lightOf, readAccent, textOn } from './accent.ts'
import type { Runtime, RuntimeModule, TriggersModule } from './link.ts'
import { watchPlaces } from './places.ts'
import type { Visit, VisitOptions } from './visit.ts'

/** What takes the runtime, or another download. */
export type Wishes = {
  /** Hands the runtime to `work`, fetching it first if need be. */
  whenLoaded(work: (loaded: Runtime) => unknown): Promise<unknown>
  /**
   * Opens a panel, which takes the focus: not out of a field of the host page that was gone to since.
   * @param from what had the focus then; left out: what has it now
   */
  open(panel: Panel, from?: unknown): Promise<void>
  survey(surveyId: string): Promise<void>
  /** An element of the host page that surveys or help are drawn in. */
  place(element: HTMLElement): void
  /** Listens to what few surveys wait for. */
  watchTriggers(): void
  /** What was wished for is not wanted any more, and what stands open goes. */
  close(): void
  /** The same, and all that was drawn for one person is drawn anew for the next. */
  leave(): void
  /** Changes over to the language of now, unless it is that already. */
  speak(): void
  stop(): void
}

/** A runtime that is there or on its way. */
type Coming = {
  language: string
  loaded: Promise<Runtime | undefined>
  /** The words of another language are wanted since. */
  isPast?: boolean
}

const placeAgainMs = 10_000

/** Made with the first wish, because a page at rest would pay 0.2 kB of memory for each of these functions. */
export function startWishes(options: VisitOptions, visit: Visit): Wishes {
  const { config, fetchModule } = options
  let coming: Coming | undefined
  let failures = 0
  /** Counts up when what was wished for is not wanted any more. */
  let wish = 0

  const load = async (language: string, isPast: () => unknown) => {
    // A browser may keep a download that failed as failed; another address is another try.
    const again = failures ? `?${failures}` : ''
    const module = await fetchModule<RuntimeModule>(`runtime.${language}.js${again}`)
    if (visit.isOver || isPast()) return undefined
    // Within an element that is not in the page yet, a panel would be there for nobody and could not take the focus.
    visit.begin()
    visit.runtime = module.start({
      ...options,
      api: new URL(`${config.key}/`, options.scriptUrl).href,
      root: visit.launcher.root,
      colours: { accentOf, readAccent, lightOf, textOn },
      dueAt: visit.watch.dueAt,
      locale: visit.locale,
      look: visit.look,
      pageName: () => (visit.named?.href === document.URL ? visit.named.name : undefined),
      nowOpen(next) {
        visit.open = next
        if (!next?.survey) speak()
        visit.look()
      },
    })
    visit.watch.look()
    return visit.runtime
  }

  const comingIn = (language: string): Coming => {
    const made: Coming = { language, loaded: load(language, () => made.isPast) }
    return made
  }

  /**
   * A fetch that failed is tried again by the next wish. What was under way when another language was chosen is done again
   * in that one.
   * @returns whether it went well
   */
  const whenLoaded: Wishes['whenLoaded'] = async (work) => {
    coming ??= comingIn(visit.locale().language)
    const attempt = coming
    const isDone = await attempt.loaded
      .then((loaded) => loaded && work(loaded))
      // A fault in a panel must not show up as an unhandled rejection of the host page.
      .then(
        () => true,
        () => {
          if (visit.runtime || coming !== attempt) return
          coming = undefined
          failures += 1
        },
      )
    return attempt.isPast && !visit.isOver ? whenLoaded(work) : isDone
  }

  /** @returns whether what is wished for now is still wanted later on */
  const wantedNow = () => {
    const wished = wish
    return () => wished === wish
  }

  const open: Wishes['open'] = async (panel, from = document.activeElement) => {
    if (!/^(help|ticket|ideas|messages)$/.test(panel)) return
    wish += 1
    const wanted = wantedNow()
    visit.isOpening = true
    visit.launcher.say('busy')
    const isDone = await whenLoaded(async (loaded) => (await loaded.rooms(panel)).open(panel, wanted, from))
    // Whatever was wished for since says how it went.
    if (!wanted()) return
    visit.isOpening = false
    visit.look()
    if (isDone) return visit.launcher.say()
    visit.launcher.say('failed')
    options.emit('error', { code: 'unreachable', message: panel })
  }

  const place: Wishes['place'] = async (element) => {
    const isDone = await whenLoaded(async (loaded) => (await loaded.rooms()).place(element))
    const again = () => !visit.isOver && element.isConnected && place(element)
    // Nobody else would ask for it.
    if (!isDone) setTimeout(again, placeAgainMs)
  }

  /**
   * The words of another language are another runtime; a panel is opened again in them, unless another is on its way. A
   * prompt that stands, or was granted just now, is not: nobody is asked twice.
   */
  const speak = async () => {
    await visit.runtime?.settled()
    if (visit.isOver || !coming || visit.open?.survey || coming.language === visit.locale().language) return
    const panel = visit.open?.panel
    renew()
    // Nobody wished for that now.
    if (panel && !visit.isOpening) open(panel, visit)
  }

  const renew = () => {
    if (!coming) return
    visit.runtime?.stop()
    coming.isPast = true
    visit.runtime = coming = undefined
    if (visit.ready) watchPlaces(place)
  }

  const close = () => {
    wish += 1
    visit.isOpening = false
    visit.launcher.say()
    visit.runtime?.close()
    visit.look()
  }

  const watchTriggers = async () => {
    const { startTriggers } = await fetchModule<TriggersModule>('triggers.js')
    if (visit.isOver) return
    visit.watching = startTriggers({ ...options, changed: visit.look })
    visit.look()
  }

  return {
    whenLoaded,
    open,
    async survey(surveyId) {
      const wanted = wantedNow()
      const isDone = await whenLoaded((loaded) => loaded.survey(surveyId, wanted))
      if (!isDone && wanted()) options.emit('error', { code: 'unreachable', message: surveyId })
    },
    place,
    speak,
    watchTriggers: () => void watchTriggers().catch(() => {}),
    close,
    leave() {
      close()
      renew()
    },
    stop() {
      wish += 1
      visit.watching?.stop()
      visit.runtime?.stop()
    },
  }
}
