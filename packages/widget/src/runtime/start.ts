import type { Link, Runtime, SurveyConfig } from '../loader/link.ts'
import { fill } from '../locales/fill.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { PromptTexts } from '../locales/prompt-texts.ts'
import * as prompt from '../panels/survey/survey.ts'
import { element } from '../ui/element.ts'
import { keepAnswered } from './answered.ts'
import { type Frame, openFrame } from './frame.ts'
import { holdPrompt } from './hold-prompt.ts'
import { newId } from './new-id.ts'
import type { PromptRoom } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { Downloads, ReadySurvey, Scene } from './scene.ts'
import { createStage, type Stage } from './stage.ts'
import { startTheme } from './theme.ts'
import { startTransport } from './transport.ts'

/**
 * Starts what the loader leaves out. Here is all that a prompt needs, and nothing else: panels and elements of the host
 * page (`rooms.ts`) and the outbox (`deliver.ts`) are downloads of their own.
 */
export function startRuntime(link: Link, texts: NpsTexts, downloads: Downloads): Runtime {
  const { config, memory } = link
  const theme = startTheme(config.accent, link.settings)
  const transport = startTransport(link, downloads.outbox, downloads.identity)
  const { visitor, send, sendFile, ask, waiting } = transport
  const stageIn = (root: ShadowRoot) => createStage(root, theme.sheet, link)
  const stage = stageIn(link.root)

  let standing: (Frame & { panel: boolean }) | undefined
  let unmount = () => {}
  let rooms: Promise<Rooms> | undefined
  let stopped = false

  const ready = async (survey: SurveyConfig): Promise<ReadySurvey> => {
    // An NPS prompt reads no other words.
    if (survey.kind === 'nps') return { survey, texts: texts as PromptTexts, ways: undefined }
    const [all, ways] = await Promise.all([
      downloads.promptTexts(),
      prompt.needsWays(survey.kind) ? downloads.ways() : undefined,
    ])
    return { survey, texts: all, ways }
  }

  const emit: Link['emit'] = (event, detail) => {
    if (detail && event === 'response' && 'surveyId' in detail) keepAnswered(memory, detail.surveyId)
    link.emit(event, detail)
  }

  const roomOf = (at: Stage, close: () => void): Omit<PromptRoom, 'texts'> => ({
    send,
    sendFile,
    ask,
    waiting,
    fill,
    close,
    emit,
    newId,
    inline: at !== stage,
    workspaceName: config.workspaceName,
    defaultLocale: config.defaultLocale,
    locale: link.locale(),
    page: () => ({ url: location.href.slice(0, 2000), title: (link.pageName() ?? document.title).slice(0, 300) }),
    draft: (name) => visitor().draft(name),
    keepDraft: (name, draft) => visitor().keepDraft(name, draft),
    announce: at.announce,
  })

  const mountSurvey = (body: HTMLElement, at: Stage, { survey, texts: words, ways }: ReadySurvey) => {
    at.adopt(prompt.css)
    if (ways) at.adopt(ways.css)
    const room = { ...roomOf(at, at === stage ? close : () => {}), texts: words }
    return prompt.mount(body, room, survey, ways)
  }

  const show = (part: 'prompt' | 'panel') => {
    stage.turn()
    standing = { ...openFrame(stage.layer, { part, closeLabel: texts.close, onClose: close }), panel: part === 'panel' }
    unmount = () => {}
    return standing.body
  }

  /** @returns whether something stood open */
  const clear = () => {
    if (!standing) return false
    const gone = standing
    const hadFocus = gone.hasFocus()
    standing = undefined
    unmount()
    stage.announce('')
    link.nowOpen(undefined)
    // After `nowOpen`, which brings the launcher back: the focus may return to it.
    gone.remove(hadFocus)
    return true
  }

  const close = () => {
    if (clear()) link.emit('closed', undefined)
  }

  const scene: Scene = {
    link,
    element,
    texts,
    downloads,
    stage,
    stageIn,
    roomOf,
    panelBody() {
      if (stopped) return undefined
      if (!standing?.panel) clear()
      else unmount()
      return standing?.body ?? show('panel')
    },
    panelStands(panel, taken) {
      unmount = taken
      standing?.enter()
      link.nowOpen({ panel })
      link.emit('opened', { panel })
    },
    close,
    ready,
    mountSurvey,
    visitor,
  }

  /** A failed download is tried again when it is needed. */
  const withRooms = async () => {
    rooms ??= downloads.rooms().then(({ startRooms }) => startRooms(scene))
    try {
      return await rooms
    } catch (fault) {
      rooms = undefined
      throw fault
    }
  }

  return {
    preload(panel) {
      Promise.all([withRooms(), downloads.panel(panel), downloads.texts()]).catch(() => {})
    },
    async open(panel) {
      const [{ open }] = await Promise.all([withRooms(), downloads.panel(panel), downloads.texts()])
      await open(panel)
    },
    close,
    async survey(surveyId, due) {
      const known = config.surveys.find(({ id }) => id === surveyId) ?? (await (await withRooms()).findSurvey(surveyId))
      const asked = known && (await ready(known))
      if (!asked || standing) return
      const giveUp = await holdPrompt(`heed:${config.key}:prompt`)
      if (!giveUp) return
      const may = !due || ((await transport.mayAsk(surveyId)) && due())
      if (!may || stopped || standing) return giveUp()
      const end = mountSurvey(show('prompt'), stage, asked)
      unmount = () => {
        end()
        giveUp()
      }
      link.nowOpen({ survey: surveyId })
    },
    lookForReplies: async () => (await withRooms()).lookForReplies(),
    async place(host) {
      const { place } = await withRooms()
      if (!stopped) place(host)
    },
    refresh: theme.refresh,
    stop() {
      stopped = true
      clear()
      rooms?.then(({ stop }) => stop()).catch(() => {})
      theme.stop()
      transport.stop()
      stage.remove()
    },
  }
}
