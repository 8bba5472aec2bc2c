import type { WidgetSettings } from '@heed/contracts'
import { addressOf } from './address.ts'
import { importLoader } from './import-loader.ts'
import type { HeedFunction, StartOptions } from './types.ts'
import { warn } from './warn.ts'

export type {
  AccountClaim,
  Command,
  Commands,
  Identification,
  IdentityState,
  Listener,
  Panel,
  PersonClaim,
  Position,
  SurveyReason,
  WidgetError,
  WidgetEvent,
  WidgetEvents,
  WidgetSettings,
  WidgetStatus,
} from '@heed/contracts'
export type * from './types.ts'

type Say = (...said: unknown[]) => void

/** What stands at `window.heed` until the loader takes over, which reads all of it. */
type Stub = Say & { q: unknown[][]; settings: WidgetSettings; src?: string }

/** What was said while nothing stood at `window.heed`. */
let unsaid: unknown[][] = []
let started: string | undefined
let imports = 0
let loading: Promise<void> = Promise.resolve()
let retry: ReturnType<typeof setTimeout> | undefined
let warned = false

const onServer = () => typeof document === 'undefined'

/** The stub, or the widget, whoever brought it. An element with the id `heed` is neither. */
const present = () => {
  const { heed } = window as { heed?: unknown }
  return typeof heed === 'function' ? (heed as Say) : undefined
}

const pass = () => {
  const there = present()
  if (there) for (const said of unsaid.splice(0)) there(...said)
}

const say: Say = (...said) => {
  if (onServer()) return
  unsaid.push(said)
  pass()
  if (said[0] !== 'stop') return
  // Where there was nothing to stop, nothing shall be stopped later.
  unsaid = []
  started = undefined
}

const start = (options: StartOptions) => {
  const address = onServer() ? undefined : addressOf(options)
  if (!address) return
  if (present()) {
    pass()
    if (started && started !== address && !warned) {
      warned = true
      warn('another widget runs here; stop it before you start this one')
    }
    return
  }
  const { key: _key, host: _host, ...settings } = options
  const stub: Stub = Object.assign(
    (...said: unknown[]) => {
      if (said[0] === 'stop') leave()
      else stub.q.push(said)
    },
    { q: unsaid, settings },
  )
  unsaid = []
  started = address
  Object.assign(window, { heed: stub })
  fetchLoader(stub, address)
}

/** Takes the stub away before the loader came. Whatever is on its way then finds no place to settle. */
const leave = () => {
  clearTimeout(retry)
  delete (window as { heed?: unknown }).heed
}

/** Waits for earlier attempts, so that the loader of a widget that was stopped never takes over the stub of the next. */
const fetchLoader = (stub: Stub, address: string, waitMs = 2000) => {
  loading = loading.then(async () => {
    if (present() !== stub) return
    stub.src = address
    imports += 1
    // A browser runs a module once and may keep a failure; another address is another run.
    await importLoader(imports > 1 ? `${address}?${imports}` : address).catch(() => {})
    if (present() !== stub) return
    delete stub.src
    if (waitMs === 2000) warn(`no widget at ${address}; trying again`)
    retry = setTimeout(fetchLoader, waitMs, stub, address, waitMs * 2)
  })
}

const stop = () => {
  if (started) say('stop')
  unsaid = []
}

/**
 * Says something to the widget. Before `start` it is kept, and said once the widget is there; on a server it is
 * forgotten. Never throws.
 */
export const heed: HeedFunction = Object.assign(say, { start, stop })
