import type { Panel, UnreadCount } from '@heed/contracts'
import type { SurveyConfig } from '../loader/link.ts'
import type { Inline } from './inline.ts'
import { panelTransport } from './panel-transport.ts'
import type { HelpRoom, PanelModule, Room, Unread } from './room.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

/** Panels in the widget's card, and surveys and help in elements of the host page. A download of its own. */
export type Rooms = {
  /**
   * @param wanted whether it still is, once everything has come
   * @param from what had the focus in the page as it was wished for; left out: a panel that it is gone on from
   */
  open(panel: Panel, wanted?: () => unknown, from?: unknown): Promise<void>
  place(host: HTMLElement): Promise<void>
  /**
   * A survey that is no part of the configuration, because it waits for the host page's code. Undefined where the server
   * knows none.
   * @throws when it did not answer
   */
  findSurvey(surveyId: string): Promise<SurveyConfig | undefined>
  /** To be called when the host page may have named the person. What was typed here before goes along. */
  named(): void
  /** Asks the server how many replies and answers wait to be read. */
  lookForReplies(): Promise<void>
  stop(): void
}

export type RoomsModule = { startRooms(scene: Scene): Rooms }

/** The ways out of a panel. */
export type Leave = { close(): void; go(panel: Panel): void }

/** Draws a panel once it and its words are there, into the body that stands then; without one nobody waits any more. */
export type MountIn = (
  panel: Panel,
  at: Stage,
  into: () => HTMLElement | undefined,
  leave: Leave,
) => Promise<(() => void) | undefined>

export function startRooms(scene: Scene): Rooms {
  const { link, downloads, stage, transport } = scene
  const { visitor } = transport
  let inline: Inline | undefined
  let stopped = false
  const { ask, fill, newId } = scene.roomOf(stage, scene.close)

  /** Who had a panel open last; something until somebody had. */
  let user = ' '

  const panelOf = async (panel: Panel): Promise<[PanelModule, Partial<Room['texts']>]> => {
    const [modules, words]: [Partial<Record<Panel, PanelModule>>, { texts: Partial<Room['texts']> }] =
      await Promise.all(
        // The help panel and the ticket form come in one file, and know no words but their own.
        panel === 'help' || panel === 'ticket'
          ? [downloads('help'), { texts: {} }]
          : [downloads(panel as 'ideas'), downloads('panel-texts')],
      )
    return [modules[panel] as PanelModule, words.texts]
  }

  const findSurvey = async (surveyId: string): Promise<SurveyConfig | undefined> => {
    const answer = await ask<SurveyConfig>(`surveys/${encodeURIComponent(surveyId)}`)
    if (answer.kind === 'ok') return answer.value
    if (stopped) return undefined
    if (answer.kind !== 'rejected') throw new Error(surveyId)
    link.emit('error', { code: 'survey_not_found', message: surveyId })
    return undefined
  }

  const unread = (): Unread => {
    const { unread: all = 0, answers = 0 } = visitor().kept()
    return { replies: all - answers, answers }
  }

  const keepUnread: HelpRoom['keepUnread'] = (counts) => {
    const before = unread()
    const { replies, answers } = { ...before, ...counts }
    if (replies === before.replies && answers === before.answers) return
    visitor().keep({ unread: replies + answers, answers })
    // The launcher shows it, and the host page hears of it.
    link.look()
  }

  const mountIn: MountIn = async (panel, at, into, { close, go }) => {
    const [[module, more], { texts }] = await Promise.all([panelOf(panel), downloads('help-texts')])
    const body = into()
    if (!body) return undefined
    user = visitor().user
    at.adopt(module.css)
    const room: HelpRoom = {
      ...scene.roomOf(at, close),
      ...panelTransport({ ...scene, newId }),
      texts: { ...scene.texts, ...texts },
      adopt: at.adopt,
      go,
      ahead: (next) => panelOf(next).catch(() => {}),
      async further() {
        const [{ css, furtherIn }, words] = await Promise.all([downloads('further'), downloads('panel-texts')])
        at.adopt(css)
        return furtherIn({ ...room, texts: { ...room.texts, ...words.texts } })
      },
      async screenshot() {
        const [capture, words] = await Promise.all([downloads('capture'), downloads('capture-texts')])
        at.adopt(capture.css)
        const picture = capture.takeScreenshot({ ...words, layer: at.layer, locale: link.locale(), fill })
        picture.catch((fault) => link.emit('error', { code: 'capture_refused', message: `${fault}` }))
        return picture
      },
      keepUnread,
      unread,
    }
    const end = module.mount(body, { ...room, texts: { ...room.texts, ...more } } as Room)
    // What a reader opens next is here before they can have chosen it, also where the connection goes.
    room.further().catch(() => {})
    return end
  }

  /** Another panel did not come: says so below the one that stands, until something else is drawn. */
  const complain = async ({ layer }: Stage) => {
    const { texts } = await downloads('help-texts')
    layer.querySelector('.body')?.append(scene.element('p', { class: 'alarm fault', role: 'alert' }, texts.loadFailed))
  }

  /** Counts up with each panel that is turned to: the last one stands, whichever comes first. */
  let turns = 0

  const open: Rooms['open'] = async (panel, wanted = () => true, from) => {
    // Else it would take the turn of what is wanted instead.
    if (!wanted()) return
    turns += 1
    const turned = turns
    let body: HTMLElement | undefined
    // An app that rewrites the whole document may have taken all of the widget with it; it comes back as the panel opens.
    const isThere = () => body && stage.layer.contains(body)
    // Where the card was closed in the meantime, nobody waits for the next panel.
    const go = (next: Panel) => open(next, isThere).catch(() => complain(stage))
    const into = () => {
      body = turned === turns && wanted() ? scene.bodyOf('panel') : undefined
      return body
    }
    const unmount = await mountIn(panel, stage, into, { close: scene.close, go })
    if (!unmount) return
    // Where another language waited for a prompt to go, this runtime ends as the panel takes its place.
    if (!isThere()) return unmount()
    // Who went to a field in the meantime goes on writing there.
    const { activeElement } = document
    scene.stands({ panel }, unmount, from && activeElement !== from && activeElement?.matches(':read-write'))
    link.emit('opened', { panel })
  }

  return {
    open,
    async place(host) {
      const { startInline } = await downloads('inline')
      inline ??= startInline({ ...scene, mountIn, complain })
      if (!stopped) inline.place(host)
    },
    findSurvey,
    named() {
      const now = visitor()
      // Of what somebody else typed before this page nothing is known to be theirs, unless they have it open.
      if (user || !now.user) return
      const nameless = link.memory.get('visitor:') as { drafts?: object } | undefined
      now.keep({ drafts: { ...nameless?.drafts, ...now.kept().drafts } })
      link.memory.set('visitor:', { ...nameless, drafts: {} })
    },
    async lookForReplies() {
      const { user } = visitor()
      const answer = await ask<UnreadCount>('unread')
      // What is new to one person is not to the next.
      if (answer.kind === 'ok' && visitor().user === user)
        keepUnread({ replies: answer.value.count, answers: answer.value.answers })
    },
    stop() {
      stopped = true
      inline?.stop()
    },
  }
}
