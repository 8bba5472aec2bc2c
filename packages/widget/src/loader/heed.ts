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
import { toJson } from './to-json.ts'
import { startVisit, type Visit } from './visit.ts'

type Acts = { [C in Command]: (...args: Commands[C]) => void }

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
    visit?.launcher.element.dispatchEvent(new CustomEvent(`heed:${event}`, { detail, bubbles: true }))
    listeners.get(event)?.forEach((listener) => {
      guarded(listener, detail)
    })
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

  const on = (event: WidgetEvent, listener: Listener) => {
    listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    if (!visit?.ready) return
    const { unread } = visit
    if (event === 'ready') guarded(listener, undefined)
    if (event === 'unread') guarded(listener, { count: unread })
  }

  /**
   * The one place where a command means something; script tag and npm entry both come here. Made with the first that is
   * said besides `on`: a page at rest would pay 0.2 kB of memory for each.
   */
  const commands = (): Acts => {
    /** Something new was said of the person, the language or the look. */
    const refresh = () => {
      const now = started()
      now.wishes?.speak()
      now.look()
      now.runtime?.refresh()
    }
    /** The claim, if it can be sent: an object that can be written down. @throws else */
    const readable = <Claim>(claim: Claim): Claim => {
      if (toJson(claim)[0] !== '{') throw claim
      return claim
    }
    const close = () => visit?.wishes?.close()
    const reset = () => {
      visit?.stop()
      visit = undefined
      person = {}
      account = undefined
      const [waiting, early] = [memory.get('waiting'), memory.get('early')]
      memory.clear('shown')
      if (waiting) {
        memory.set('waiting', waiting)
        memory.set('early', early)
      } else
        try {
          indexedDB.deleteDatabase(`heed:${config.key}`)
        } catch {
          // There is nothing where nothing may be kept.
        }
    }
    return {
      on,
      off: (event, listener) => listeners.get(event)?.delete(listener),
      identify(claim) {
        const { account: ofPerson, ...said } = readable(claim as HostClaim)
        said.userId ??= subjectOf(said.token)
        // Many hosts number their users.
        if (said.userId !== undefined) said.userId = `${said.userId}`
        const { userId } = person
        if (said.userId === userId) person = { ...person, ...said }
        else {
          // In the name of whom it stood for. What was said and typed before anybody was named is of the one named now.
          if (userId !== undefined) {
            account = undefined
            visit?.wishes?.leave()
          } else if (visit?.open?.survey) close()
          person = said
        }
        account = ofPerson ?? account
        refresh()
      },
      account(claim) {
        account = readable(claim)
        refresh()
      },
      track(event, properties) {
        started().watch.track(event, properties)
        started().look()
      },
      page(name) {
        started().named = { name, href: document.URL }
        started().look()
      },
      open: (panel: Panel = 'help') => void started().wish().open(panel),
      close,
      survey: (surveyId) => void started().wish().survey(surveyId),
      set(changed) {
        settings = { ...settings, ...changed }
        memory.settle()
        refresh()
      },
      async status(listener) {
        const said = { identified: !!person.userId, waiting: Number(memory.get('waiting') ?? 0) }
        const module = await fetchModule<StatusModule>('status.js').catch(() => undefined)
        const more = module?.moreOf(said, { config, memory, person, visit })
        guarded(listener, { ...said, surveys: {}, words: {}, ...more })
      },
      reset,
      stop() {
        reset()
        listeners.clear()
        gone()
      },
    }
  }

  let made: Acts | undefined

  started()
  return (command, ...args) =>
    guarded(() => {
      if (command === 'on' && !made) return on(...(args as Parameters<typeof on>))
      made ??= commands()
      if (!Object.hasOwn(made, command as Command)) return
      const act = made[command as Command] as (...args: unknown[]) => void
      act(...args)
    })
}

/** A fault of the widget or of a listener must not reach the host page's code; whoever writes that finds it in the console. */
function guarded<Given extends unknown[]>(work: (...given: Given) => void, ...given: Given): void {
  try {
    work(...given)
  } catch (fault) {
    // biome-ignore lint/suspicious/noConsole: the host page goes on as if nothing had been said, and has no other sign
    console.warn('heed:', fault)
  }
}
