import type { Link, Runtime, SurveyConfig } from '../loader/link.ts'
import { fill } from '../locales/fill.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { PromptTexts } from '../locales/prompt-texts.ts'
import type { FollowUpParts } from '../panels/survey/asking.ts'
import * as prompt from '../panels/survey/survey.ts'
import { element } from '../ui/element.ts'
import { startDue } from './due.ts'
import { type Frame, openFrame } from './frame.ts'
import { newId } from './new-id.ts'
import { readableLocale } from './readable-locale.ts'
import type { PromptRoom } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { Downloads, ReadySurvey, Scene } from './scene.ts'
import { createStage, type Stage } from './stage.ts'
import { startTheme } from './theme.ts'
import { startTransport } from './transport.ts'
import { draftOf, keepDraft } from './visitor.ts'

/**
 * Starts what the loader leaves out. Here is all that a prompt needs, and nothing else: panels and elements of the host
 * page (`rooms.ts`) and the outbox (`deliver.ts`) are downloads of their own.
 */
export function startRuntime(given: Link, texts: NpsTexts, downloads: Downloads): Runtime {
  const link = { ...given, locale: () => readableLocale(given.locale()) }
  const { config, memory } = link
  const theme = startTheme(link)
  const transport = startTransport(link, async (name) => {
    // What carries the word that a prompt was shown.
    if (name === 'follow-up') await new Promise((drawn) => setTimeout(drawn, prompt.frameMs))
    return downloads(name)
  })
  const { visitor, send, ask } = transport
  const stageIn = (root: ShadowRoot) => createStage(root, theme.sheet, link)
  const stage = stageIn(link.root)

  let standing: (Frame & { part: 'prompt' | 'panel' }) | undefined
  let unmount = () => {}
  let rooms: Promise<Rooms> | undefined
  let stopped = false

  /** Ids of prompts that the server was asked for and that were not shown yet. */
  const places: Record<string, string> = {}

  const followUpParts = async (): Promise<FollowUpParts> => {
    const [module, words] = await Promise.all([downloads('follow-up'), downloads('prompt-texts')])
    return { ...module, ...words }
  }

  const ready = async (survey: SurveyConfig): Promise<ReadySurvey> => {
    const { id, kind } = survey
    const [words, ways, followUp] = await Promise.all([
      // An NPS prompt reads no other words up to its answer.
      kind === 'nps' ? { texts: texts as Partial<PromptTexts> as PromptTexts } : downloads('prompt-texts'),
      prompt.needsWays(kind) ? downloads('ways') : undefined,
      // What was begun before stands there from the start.
      prompt.hasButton(kind) || draftOf(visitor(), prompt.draftName(id)) ? followUpParts() : undefined,
    ])
    return { ...words, survey, ways, followUp }
  }

  const findSurvey: Scene['findSurvey'] = async (surveyId) =>
    config.surveys.find(({ id }) => id === surveyId) ?? (await roomsOf()).findSurvey(surveyId)

  const roomOf = (at: Stage, close: () => void): Omit<PromptRoom, 'texts'> => ({
    send,
    ask,
    fill,
    close,
    emit: link.emit,
    newId,
    inline: at !== stage,
    workspaceName: config.workspaceName,
    defaultLocale: config.defaultLocale,
    locale: link.locale(),
    page: () => ({ url: location.href.slice(0, 2000), title: `${link.pageName() ?? document.title}`.slice(0, 300) }),
    draft: (name) => draftOf(visitor(), name),
    keepDraft: (name, draft) => keepDraft(visitor(), name, draft),
    mark: (what, surveyId) => memory.set(what, { ...(memory.get(what) as object), [surveyId]: Date.now() }),
    announce: at.announce,
  })

  const mountSurvey = (body: HTMLElement, at: Stage, asked: ReadySurvey) => {
    const { survey, ways, followUp, exposureId, instead } = asked
    at.adopt(prompt.css)
    if (ways) at.adopt(ways.css)
    if (followUp) at.adopt(followUp.css)
    theme.dress(body, survey.form?.accent)
    const room = { ...roomOf(at, at === stage ? close : () => {}), texts: asked.texts, ...instead }
    return prompt.mount(body, room, survey, {
      ways,
      followUp,
      exposureId,
      async fetchFollowUp() {
        const parts = await followUpParts()
        at.adopt(parts.css)
        return parts
      },
    })
  }

  const bodyOf: Scene['bodyOf'] = (part) => {
    if (stopped) return undefined
    if (standing?.part !== part) clear()
    else unmount()
    unmount = () => {}
    if (!standing) {
      stage.turn()
      standing = { ...openFrame(stage.layer, { part, closeLabel: texts.close, onClose: close }), part }
    }
    return standing.body
  }

  const stands: Scene['stands'] = (open, taken, isQuiet) => {
    unmount = taken
    if (open.panel && !isQuiet) standing?.enter()
    link.nowOpen(open)
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
    bodyOf,
    stands,
    close,
    findSurvey,
    ready,
    mountSurvey,
    transport,
  }

  const roomsOf: Runtime['rooms'] = async (panel) => {
    // All at once: a panel would wait for one after the other.
    if (panel)
      for (const name of [panel === 'ticket' ? 'help' : panel, 'help-texts'] as const) downloads(name).catch(() => {})
    rooms ??= downloads('rooms').then(({ startRooms }) => startRooms(scene))
    try {
      return await rooms
    } catch (fault) {
      // A failed download is tried again when it is needed.
      rooms = undefined
      throw fault
    }
  }

  /**
   * @param wanted whether it still is, once everything has come
   * @param byItself it is not shown either when the server does not let the person be asked
   */
  const show = async (survey: SurveyConfig, wanted: () => boolean, byItself = false) => {
    const { user } = visitor()
    const asked = await ready(survey)
    if (standing) return
    const place = `${user} ${survey.id}`
    const exposureId = places[place] ?? newId('exp')
    places[place] = exposureId
    // The server grants one prompt at a time, whichever tab or browser wants to show it.
    const may = !byItself || (await transport.mayAsk(survey, exposureId))
    // What was granted to one person is not shown to the next.
    const body = may && !standing && visitor().user === user && wanted() && bodyOf('prompt')
    if (!body) return
    delete places[place]
    due.shown(survey.id)
    stands({ survey: survey.id }, mountSurvey(body, stage, { ...asked, exposureId }))
  }

  const due = startDue({ link, visitor, show: (survey, isDue) => show(survey, isDue, true) })

  return {
    rooms: roomsOf,
    close,
    async survey(surveyId, wanted) {
      const survey = await findSurvey(surveyId)
      if (survey) await show(survey, wanted)
    },
    async trial(what) {
      await (await downloads('trial')).startTrial(scene, what)
    },
    refresh() {
      theme.refresh()
      if (standing) stage.turn()
      rooms?.then(({ named }) => named()).catch(() => {})
    },
    look: due.look,
    settled: due.settled,
    stop() {
      stopped = true
      due.stop()
      close()
      rooms?.then(({ stop }) => stop()).catch(() => {})
      theme.stop()
      transport.stop()
      stage.remove()
    },
  }
}
