import type { PreviewOrder, PreviewReply, WidgetConfig } from '@heed/contracts'
import { accentOf, lightOf, readAccent, textOn } from '../loader/accent.ts'
import { chooseLocale } from '../loader/languages.ts'
import type { Link, Open, Runtime, RuntimeModule } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'

/** Of the page around: the colours that a host app might have. */
const grounds = { light: '#e9e6e0', dark: '#121110' }

const parent = window.parent
const tell = (reply: PreviewReply) => parent.postMessage(reply, location.origin)

/** Remembers for as long as the page stands. */
const memory = (): Memory => {
  const known = new Map<string, unknown>()
  return {
    get: (name) => known.get(name),
    set: (name, value) => known.set(name, value),
    settle() {},
    clear: () => known.clear(),
    allowed: () => false,
  }
}

type Order = Required<PreviewOrder['heedPreview']>

const config: WidgetConfig = {
  key: 'preview',
  assets: '',
  workspaceName: '',
  defaultLocale: 'en',
  accent: '',
  privacySignal: 'ignore',
  fatigue: { restDays: 0, laterDays: 1, mostASession: 1 },
  surveys: [],
}

let order: Order | undefined
let runtime: Runtime | undefined
let language: string | undefined
/** What stands there; nothing once it was closed. */
let drawn: Order | undefined
/** One after the other, because each may have to fetch something. */
let turn: Promise<void> = Promise.resolve()

const element = document.createElement('heed-widget')
const root = element.attachShadow({ mode: 'open' })
document.documentElement.append(element)

/** How much room the card wants, with the distance to the edges. Told when it changes. */
const sizes = new ResizeObserver(() => {
  const card = root.querySelector('.card')
  const body = card?.querySelector('.body')
  if (card && body) tell({ heedPreviewHeight: Math.ceil(body.scrollHeight + 2 + 32) })
})

const show = async (): Promise<void> => {
  const wanted = order
  if (!wanted || drawn === wanted) return
  const locale = chooseLocale([wanted.locale])
  if (locale.language !== language) {
    const file = `runtime.${locale.language}.js`
    const module: RuntimeModule = await import(/* @vite-ignore */ new URL(file, import.meta.url).href)
    runtime?.stop()
    language = locale.language
    runtime = module.start(link(wanted))
  }
  config.workspaceName = wanted.workspaceName
  runtime?.refresh()
  await runtime?.trial(wanted.survey)
  drawn = wanted
  const body = root.querySelector('.body > *')
  sizes.disconnect()
  if (body) sizes.observe(body)
}

const next = () => {
  turn = turn.then(show).catch(() => {})
}

/** What closes itself, or is closed, is asked again from the start. */
const nowOpen = (open: Open) => {
  if (open) return
  drawn = undefined
  next()
}

const link = (now: Order): Link => ({
  config,
  api: '',
  root,
  colours: { accentOf, lightOf, readAccent, textOn },
  memory: memory(),
  dueAt: () => undefined,
  claim: () => ({}),
  settings: () => ({ theme: (order ?? now).theme, accent: (order ?? now).accent }),
  locale: () => chooseLocale([(order ?? now).locale]),
  pageName: () => undefined,
  emit() {},
  nowOpen,
  look() {},
})

const colour = /^#[0-9a-f]{6}$/i

addEventListener('message', ({ origin, source, data }: MessageEvent<Partial<PreviewOrder> | undefined>) => {
  if (origin !== location.origin || source !== parent || !data?.heedPreview) return
  const { accent = '', workspaceName = 'Heed', ...rest } = data.heedPreview
  order = { ...rest, workspaceName, accent: colour.test(accent) ? accent : '#2b59c3' }
  document.documentElement.style.background = grounds[order.theme]
  document.documentElement.style.colorScheme = order.theme
  next()
})
tell({ heedPreviewReady: true })
