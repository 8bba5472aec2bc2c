import type { Panel } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Link, Runtime } from '../loader/link.ts'
import { fill } from '../locales/fill.ts'
import type { Texts } from '../locales/texts.ts'
import { element } from '../ui/element.ts'
import frameCss from './frame.css?inline'
import { type Frame, openFrame } from './frame.ts'
import { loadSurvey, panelLoaders, textLoaders } from './panels.ts'
import type { Room } from './room.ts'
import { startTheme } from './theme.ts'
import { startTransport } from './transport.ts'

/** Starts what the loader leaves out: drawing of prompts and panels, and everything said to the server. */
export function start(link: Link): Runtime {
  const { root, config } = link
  const sheets = new Map<string, CSSStyleSheet>()
  const tokens = adopt('tokens', '')
  adopt('frame', frameCss)
  const theme = startTheme(tokens, config.accent, link.theme)
  const transport = startTransport(link)
  const live = element('div', { class: 'unseen', role: 'status' })
  const layer = element('div', { class: 'layer' }, live)
  root.append(layer)

  let frame: Frame | undefined
  let unmount = () => {}
  let stopped = false

  function adopt(name: string, css: string): CSSStyleSheet {
    const sheet = sheets.get(name) ?? new CSSStyleSheet()
    if (!sheets.has(name)) {
      sheet.replaceSync(css)
      sheets.set(name, sheet)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    }
    return sheet
  }

  const textsNow = async () => (await textLoaders[link.locale().language]()).texts

  const roomWith = (texts: Texts): Room => {
    const { visitor, send, ask, waiting } = transport
    return {
      send,
      ask,
      waiting,
      texts,
      fill,
      workspaceName: config.workspaceName,
      locale: link.locale(),
      emit: link.emit,
      newId: (kind) => newId(kind),
      page: () => ({ url: location.href.slice(0, 2000), title: document.title.slice(0, 300) }),
      draft: (name) => visitor().draft(name),
      keepDraft: (name, draft) => visitor().keepDraft(name, draft),
      announce(text) {
        live.textContent = text
      },
      go: (panel) => void open(panel),
      close,
    }
  }

  const show = (part: 'prompt' | 'panel', room: Room) => {
    const { tag, dir } = room.locale
    layer.lang = tag
    layer.dir = dir
    const opened = openFrame(layer, { part, closeLabel: room.texts.close, onClose: close })
    frame = opened
    return opened
  }

  /** @returns whether something stood open */
  const clear = () => {
    if (!frame) return false
    const gone = frame
    const hadFocus = gone.hasFocus()
    frame = undefined
    unmount()
    unmount = () => {}
    live.textContent = ''
    link.nowOpen(undefined)
    // After `nowOpen`, which brings the tab back: the focus may return to it.
    gone.remove(hadFocus)
    return true
  }

  const close = () => {
    if (clear()) link.emit('closed', undefined)
  }

  const open = async (panel: Panel) => {
    const [module, texts] = await Promise.all([panelLoaders[panel](), textsNow()])
    if (stopped) return
    const room = roomWith(texts)
    adopt(module.css, module.css)
    const turning = frame?.body.dataset.kind === 'panel'
    if (!turning) clear()
    const { body, enter } = turning && frame ? frame : show('panel', room)
    unmount()
    body.dataset.kind = 'panel'
    unmount = module.mount(body, room)
    enter()
    link.nowOpen({ panel })
    link.emit('opened', { panel })
    // Whoever opened one panel may turn to another when the connection is gone.
    for (const load of Object.values(panelLoaders)) load().catch(() => {})
  }

  return {
    preload(what) {
      // A failed download is tried again when it is needed.
      const loads = [what === 'survey' ? loadSurvey() : panelLoaders[what](), textsNow()]
      Promise.all(loads).catch(() => {})
    },
    open,
    close,
    async survey(survey) {
      if (frame) return false
      const [module, texts] = await Promise.all([loadSurvey(), textsNow()])
      if (stopped || frame) return false
      const room = roomWith(texts)
      adopt(module.css, module.css)
      const { body } = show('prompt', room)
      unmount = module.mount(body, room, survey)
      link.nowOpen({ survey: survey.id })
      return true
    },
    refresh: theme.refresh,
    stop() {
      stopped = true
      clear()
      theme.stop()
      transport.stop()
      layer.remove()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => ![...sheets.values()].includes(sheet))
    },
  }
}
