import type { Panel, UnreadCount } from '@heed/contracts'
import type { SurveyConfig } from '../loader/link.ts'
import { fill } from '../locales/fill.ts'
import { startInline } from './inline.ts'
import { panelTransport } from './panel-transport.ts'
import type { PanelModule, Room, Unread } from './room.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

/** Panels in the widget's card, and surveys and help in elements of the host page. A download of its own. */
export type Rooms = {
  /** @param wanted whether it still is, once everything has come */
  open(panel: Panel, wanted?: () => boolean): Promise<void>
  place(host: HTMLElement): void
  /** A survey by its id, also one that waits for the host page's code and so is no part of the configuration. */
  findSurvey(surveyId: string): Promise<SurveyConfig | undefined>
  /** Asks the server how many replies and answers wait to be read. */
  lookForReplies(): Promise<void>
  stop(): void
}

export type RoomsModule = { startRooms(scene: Scene): Rooms }

type Leave = { close(): void; go(panel: Panel): void }

export function startRooms(scene: Scene): Rooms {
  const { link, downloads, stage, transport } = scene
  const { visitor } = transport
  let stopped = false
  const { ask } = scene.roomOf(stage, scene.close)

  const panelOf = async (panel: Panel) => {
    // The help panel and the ticket form come in one file.
    const modules: Partial<Record<Panel, PanelModule>> = await downloads(panel === 'ticket' ? 'help' : panel)
    return modules[panel] as PanelModule
  }

  const findSurvey = async (surveyId: string): Promise<SurveyConfig | undefined> => {
    const known = link.config.surveys.find(({ id }) => id === surveyId)
    if (known) return known
    const answer = await ask<SurveyConfig>(`surveys/${encodeURIComponent(surveyId)}`)
    if (answer.kind === 'ok') return answer.value
    link.emit('error', { code: answer.kind === 'rejected' ? 'survey_not_found' : 'unreachable', message: surveyId })
    return undefined
  }

  const unread = (): Unread => {
    const { unread: all = 0, answers = 0 } = visitor().kept()
    return { replies: all - answers, answers }
  }

  const keepUnread: Room['keepUnread'] = (counts) => {
    const before = unread()
    const { replies, answers } = { ...before, ...counts }
    if (replies === before.replies && answers === before.answers) return
    visitor().keep({ unread: replies + answers, answers })
    // The launcher shows it, and the host page hears of it.
    link.look()
  }

  /** Draws a panel once it and its words are there, into the body that stands then; without one nobody waits any more. */
  const mountPanel = async (panel: Panel, at: Stage, into: () => HTMLElement | undefined, { close, go }: Leave) => {
    const [module, { texts }] = await Promise.all([panelOf(panel), downloads('texts')])
    const body = into()
    if (!body) return undefined
    at.adopt(module.css)
    const room: Room = {
      ...scene.roomOf(at, close),
      texts: { ...scene.texts, ...texts },
      adopt: at.adopt,
      go,
      async screenshot() {
        const [capture, words] = await Promise.all([downloads('capture'), downloads('capture-texts')])
        at.adopt(capture.css)
        const picture = capture.takeScreenshot({ ...words, layer: at.layer, locale: link.locale(), fill })
        picture.catch((fault) => link.emit('error', { code: 'capture_refused', message: `${fault}` }))
        return picture
      },
      keepUnread,
      ...panelTransport(scene),
      unread,
    }
    return module.mount(body, room)
  }

  /** Another panel did not come: says so below the one that stands, until something else is drawn. */
  const complain = async ({ layer }: Stage) => {
    const { texts } = await downloads('texts')
    layer.querySelector('.body')?.append(scene.element('p', { class: 'alarm fault', role: 'alert' }, texts.loadFailed))
  }

  const open: Rooms['open'] = async (panel, wanted = () => true) => {
    const go = (next: Panel) => void open(next).catch(() => complain(stage))
    const unmount = await mountPanel(panel, stage, () => (wanted() ? scene.bodyOf('panel') : undefined), {
      close: scene.close,
      go,
    })
    if (!unmount) return
    scene.stands({ panel }, unmount)
    link.emit('opened', { panel })
    // Whoever opened one panel may turn to another when the connection is gone.
    for (const next of ['ticket', 'messages', 'ideas'] as const) panelOf(next).catch(() => {})
  }

  const inline = startInline({
    ...scene,
    findSurvey,
    async mountPanel(body, at, first) {
      let end = () => {}
      let turns = 0
      const turn = async (panel: Panel) => {
        turns += 1
        const turned = turns
        const into = () => {
          if (turned !== turns) return undefined
          end()
          return body
        }
        end = (await mountPanel(panel, at, into, { close: () => go('help'), go })) ?? end
        // The first one comes by itself; whoever turned to another works in it.
        if (turned > 1) body.querySelector<HTMLElement>('[data-start]')?.focus()
      }
      const go = (next: Panel) => void turn(next).catch(() => complain(at))
      await turn(first)
      return () => {
        turns += 1
        end()
      }
    },
  })

  return {
    open,
    place(host) {
      if (!stopped) inline.place(host)
    },
    findSurvey,
    async lookForReplies() {
      const answer = await ask<UnreadCount>('unread')
      if (answer.kind === 'ok') keepUnread({ replies: answer.value.count, answers: answer.value.answers })
    },
    stop() {
      stopped = true
      inline.stop()
    },
  }
}
