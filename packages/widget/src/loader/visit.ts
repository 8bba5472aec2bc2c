import type { Panel, PersonClaim, WidgetConfig, WidgetSettings, WidgetStatus } from '@heed/contracts'
import { startArming } from './arming.ts'
import { rememberShown } from './fatigue.ts'
import { chooseLocale } from './languages.ts'
import type { Link, Open, Runtime, RuntimeModule, SurveyConfig } from './link.ts'
import type { Memory } from './memory.ts'
import { startNavigation } from './navigation.ts'
import { drawTab, type Tab } from './tab.ts'
import { whenIdle } from './when-idle.ts'

type VisitOptions = {
  config: WidgetConfig
  scriptUrl: string
  memory: Memory
  emit: Link['emit']
  claim(): PersonClaim
  settings(): WidgetSettings
  personLocale(): string | undefined
}

/** The widget's life in the page, from boot to `reset`. */
export type Visit = {
  element(): HTMLElement | undefined
  ready(): boolean
  refresh(): void
  track(event: string): void
  open(panel: Panel): void
  close(): void
  survey(surveyId: string): void
  status(): Omit<WidgetStatus, 'identified'>
  stop(): void
}

/** Draws the tab and arms the surveys once the page is idle; fetches the runtime when it is wanted. */
export function startVisit({ config, scriptUrl, memory, emit, claim, settings, personLocale }: VisitOptions): Visit {
  let tab: Tab | undefined
  let runtime: Runtime | undefined
  let loading: Promise<Runtime | undefined> | undefined
  let open: Open
  let stopped = false
  let ready = false
  let stopNavigation = () => {}
  const missing = new Set<string>()

  const locale = () =>
    chooseLocale([
      settings().locale,
      personLocale(),
      document.documentElement.lang,
      navigator.language,
      config.defaultLocale,
    ])

  const drawn = () => {
    tab ??= drawTab(
      config.accent,
      () => whenLoaded((loaded) => loaded.preload('help')),
      () => whenLoaded((loaded) => loaded.open('help')),
    )
    return tab
  }

  /** Brings the tab and the armed surveys up to what is so now. Nothing is drawn before the page is idle. */
  const look = () => {
    if (!ready || stopped) return
    drawn().draw(locale(), settings().launcher !== false && !(open && 'panel' in open))
    arming.evaluate()
  }

  const load = async () => {
    const module: RuntimeModule = await import(/* @vite-ignore */ new URL(config.runtime, scriptUrl).href)
    if (stopped) return undefined
    runtime = module.start({
      config,
      api: new URL(`${config.key}/`, scriptUrl).href,
      root: drawn().root,
      memory,
      claim,
      theme: () => settings().theme ?? 'auto',
      locale,
      emit,
      nowOpen(next) {
        open = next
        if (next && 'survey' in next) rememberShown(memory, next.survey)
        look()
      },
    })
    return runtime
  }

  /** Hands the runtime to `work`, fetching it first if need be. A fetch that failed is tried again by the next wish. */
  const whenLoaded = (work: (loaded: Runtime) => unknown) => {
    const attempt = loading ?? load()
    loading = attempt
    attempt
      .then(
        (loaded) => loaded && !stopped && work(loaded),
        () => {
          if (loading === attempt) loading = undefined
        },
      )
      // A fault in a panel must not show up as an unhandled rejection of the host page.
      .catch(() => {})
  }

  const show = (survey: SurveyConfig) => whenLoaded((loaded) => loaded.survey(survey))

  const arming = startArming({
    surveys: config.surveys,
    memory,
    nowOpen: () => open,
    preload: () => whenLoaded((loaded) => loaded.preload('survey')),
    show,
  })

  const stopIdle = whenIdle(() => {
    ready = true
    stopNavigation = startNavigation(look)
    look()
    // What an earlier page could not send leaves now, without anybody opening anything.
    if (memory.get('waiting')) whenLoaded(() => {})
    emit('ready', undefined)
  })

  return {
    element: () => tab?.element,
    ready: () => ready,
    refresh() {
      look()
      runtime?.refresh()
    },
    track(event) {
      arming.track(event)
      look()
    },
    open: (panel) => whenLoaded((loaded) => loaded.open(panel)),
    close: () => runtime?.close(),
    survey(surveyId) {
      const survey = config.surveys.find(({ id }) => id === surveyId)
      if (survey) show(survey)
      else missing.add(surveyId)
    },
    status: () => ({
      waiting: Number(memory.get('waiting') ?? 0),
      surveys: {
        ...Object.fromEntries([...missing].map((id) => [id, 'not_found' as const])),
        ...arming.reasons(),
      },
    }),
    stop() {
      stopped = true
      stopIdle()
      stopNavigation()
      arming.stop()
      runtime?.stop()
      tab?.remove()
    },
  }
}
