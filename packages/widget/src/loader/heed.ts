import type {
  AccountClaim,
  Command,
  Commands,
  Listener,
  Panel,
  WidgetConfig,
  WidgetEvent,
  WidgetEvents,
  WidgetSettings,
} from '@heed/contracts'
import { mayKeep } from './consent.ts'
import type { FetchModule, HostClaim, StatusModule } from './link.ts'
import { createMemory } from './memory.ts'
import { subjectOf } from './subject-of.ts'
import { startVisit, type Visit } from './visit.ts'

/**
 * Makes the function that host pages call: `heed(command, …arguments)`. It never throws; what it does not
 * understand it leaves alone. After `reset` it rests until the next command that needs it.
 * @param scriptUrl address of the loader's own script
 * @param options settings that came with the tag
 * @param gone called once the host page says `stop`
 */
export function createHeed(
  config: WidgetConfig,
  scriptUrl: string,
  options: WidgetSettings,
  gone: () => void,
): (...said: unknown[]) => void {
  let settings = options
  const memory = createMemory(config.key, () => mayKeep(config, settings))
  const listeners = new Map<string, Set<Listener>>()
  let person: HostClaim = {}
  let account: AccountClaim | undefined
  let visit: Visit | undefined

  const emit = <E extends WidgetEvent>(event: E, detail: WidgetEvents[E]) => {
    visit?.element.dispatchEvent(new CustomEvent(`heed:${event}`, { detail, bubbles: true, composed: true }))
    for (const listener of listeners.get(event) ?? []) guarded(() => listener(detail))
  }

  const fetchModule: FetchModule = (file) => import(/* @vite-ignore */ new URL(config.assets + file, scriptUrl).href)

  const started = () => {
    visit ??= startVisit({
      config,
      scriptUrl,
      fetchModule,
      memory,
      emit,
      claim: () => (account ? { ...person, account } : person),
      settings: () => settings,
    })
    return visit
  }

  /** The one place where a command means something; script tag and npm entry both come here. */
  const commands: { [C in Command]: (...args: Commands[C]) => void } = {
    identify(claim) {
      const { account: ofPerson, ...said } = claim as HostClaim
      said.userId ??= subjectOf(said.token)
      // Many hosts number their users.
      if (said.userId !== undefined) said.userId = `${said.userId}`
      // What one user has open is not for the next one.
      if (said.userId !== person.userId) {
        visit?.close()
        // What was said of an account before anybody was named is about the one named now.
        if (person.userId !== undefined) account = undefined
      }
      person = said
      account = ofPerson ?? account
      started().refresh()
    },
    account(claim) {
      account = claim
      started().refresh()
    },
    track: (event, properties) => started().track(event, properties),
    page: (name) => started().page(name),
    open: (panel: Panel = 'help') => started().open(panel),
    close: () => visit?.close(),
    survey: (surveyId) => started().survey(surveyId),
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
      if (!visit?.ready()) return
      if (event === 'ready') guarded(() => listener(undefined))
      if (event === 'unread') guarded(() => listener({ count: visit?.unread() ?? 0 }))
    },
    off: (event, listener) => listeners.get(event)?.delete(listener),
    set(changed) {
      settings = { ...settings, ...changed }
      memory.settle()
      started().refresh()
    },
    async status(listener) {
      const said = { identified: !!person.userId, waiting: Number(memory.get('waiting') ?? 0) }
      const module = await fetchModule<StatusModule>('status.js').catch(() => undefined)
      guarded(() =>
        listener({
          ...said,
          surveys: {},
          words: {},
          ...module?.moreOf(said, { config, memory, person, watch: visit?.facts() }),
        }),
      )
    },
    reset() {
      visit?.stop()
      visit = undefined
      person = {}
      account = undefined
      const waiting = memory.get('waiting')
      memory.clear('shown')
      if (waiting) memory.set('waiting', waiting)
      else guarded(() => indexedDB.deleteDatabase(`heed:${config.key}`))
    },
    stop() {
      commands.reset()
      listeners.clear()
      gone()
    },
  }

  started()
  return (command, ...args) => {
    guarded(() => {
      if (!Object.hasOwn(commands, command as string)) return
      const act = commands[command as Command] as (...args: unknown[]) => void
      act(...args)
    })
  }
}

/** A fault of the widget or of a listener must not reach the host page's code. */
function guarded(work: () => void): void {
  try {
    work()
  } catch {
    // The host page goes on as if nothing had been said.
  }
}
