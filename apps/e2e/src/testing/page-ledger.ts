import type { Page } from 'playwright-core'

/** What stands or runs in a page; names of the kinds are for the reader of a failed test. */
export type Ledger = Record<
  'elements' | 'listeners' | 'timers' | 'observers' | 'storage' | 'databases' | 'locks' | 'styles' | 'globals',
  string[]
>

declare global {
  interface Window {
    /** The test's own book; left out of `globals`. */
    ledger: () => Promise<Ledger>
  }
}

/** Keeps a book of everything that is started in the pages of this browser tab, from before their first script on. */
export const keepLedger = (page: Page) =>
  page.addInitScript(() => {
    type Heard = { target: EventTarget; type: string; listener: unknown; signal: AbortSignal | undefined }
    const heard: Heard[] = []
    const { addEventListener, removeEventListener } = EventTarget.prototype
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const { signal, once } = (typeof options === 'object' ? options : {}) as AddEventListenerOptions
      const entry = { target: this, type, listener, signal }
      heard.push(entry)
      const gone = () => heard.splice(heard.indexOf(entry), 1)
      if (once) addEventListener.call(this, type, gone, { once })
      return addEventListener.call(this, type, listener, options)
    }
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const at = heard.findIndex((one) => one.target === this && one.type === type && one.listener === listener)
      if (at >= 0) heard.splice(at, 1)
      return removeEventListener.call(this, type, listener, options)
    }

    const timers = new Map<string, string>()
    const { setTimeout: later, clearTimeout, setInterval: often, clearInterval } = window
    const named = (work: unknown) => String(work).slice(0, 80)
    Object.assign(window, {
      setTimeout: (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const id = later(() => {
          timers.delete(`timeout ${id}`)
          work(...args)
        }, ms)
        timers.set(`timeout ${id}`, named(work))
        return id
      },
      clearTimeout: (id: number) => {
        timers.delete(`timeout ${id}`)
        clearTimeout(id)
      },
      setInterval: (work: () => void, ms?: number) => {
        const id = often(work, ms)
        timers.set(`interval ${id}`, named(work))
        return id
      },
      clearInterval: (id: number) => {
        timers.delete(`interval ${id}`)
        clearInterval(id)
      },
    })

    const observers = new Set<object>()
    for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver'] as const) {
      const { observe, disconnect } = window[name].prototype
      window[name].prototype.observe = function (this: object, ...args: never[]) {
        observers.add(this)
        return (observe as (...args: never[]) => void).apply(this, args)
      }
      window[name].prototype.disconnect = function (this: object) {
        observers.delete(this)
        return disconnect.call(this as never)
      }
    }

    /** Listeners of what is gone from the page go with it. */
    const stands = (target: EventTarget) => !(target instanceof Node) || target.isConnected || target === document
    const nameOf = (target: EventTarget) => Object.prototype.toString.call(target)

    Object.defineProperty(window, 'ledger', {
      enumerable: false,
      value: async (): Promise<Ledger> => ({
        elements: [...document.querySelectorAll('*')].map(({ localName }) => localName),
        listeners: heard
          .filter(({ target, signal }) => !signal?.aborted && stands(target))
          .map(({ target, type }) => `${nameOf(target)} ${type}`),
        timers: [...timers.values()],
        observers: [...observers].map((one) => one.constructor.name),
        storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean),
        databases: (await indexedDB.databases()).map(({ name }) => String(name)),
        locks: ((await navigator.locks.query()).held ?? []).map(({ name }) => String(name)),
        styles: [...document.styleSheets, ...document.adoptedStyleSheets].map(() => 'sheet'),
        globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$|^ledger$/.test(name)),
      }),
    })
  })
