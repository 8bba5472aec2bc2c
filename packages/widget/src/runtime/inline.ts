import type { Panel } from '@heed/contracts'
import type { titleId } from '../ui/title-id.ts'
import { isAnswered } from './answered.ts'
import inlineCss from './inline.css?inline'
import type { MountIn } from './rooms.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

type InlineOptions = Pick<Scene, 'link' | 'element' | 'stageIn' | 'findSurvey' | 'ready' | 'mountSurvey'> & {
  mountIn: MountIn
  /** Another panel did not come. */
  complain(at: Stage): void
}

export type Inline = { place(host: HTMLElement): void; stop(): void }
export type InlineModule = { startInline(options: InlineOptions): Inline }

/** What could not be drawn is tried again after so long, while it is in view. */
const againMs = 10_000

/** Surveys and help in elements of the host page, drawn once they come into view. A download of its own. */
export function startInline(options: InlineOptions): Inline {
  const { link, element, stageIn, findSurvey, ready, mountSurvey, mountIn, complain } = options
  const leaves = new Map<HTMLElement, () => void>()

  /** Help, and the panels that one turns to from it. */
  const mountHelp = async (body: HTMLElement, at: Stage) => {
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
      end = (await mountIn(panel, at, into, { close: () => go('help'), go })) ?? end
      // The first one comes by itself; whoever turned to another works in it.
      if (turned > 1) body.querySelector<HTMLElement>('[data-start]')?.focus()
    }
    const go = (next: Panel) => void turn(next).catch(() => complain(at))
    await turn('help')
    return () => {
      turns += 1
      end()
    }
  }

  const place = (host: HTMLElement) => {
    // Moved within the page, it is gone and back by now.
    if (!host.isConnected) return leaves.get(host)?.()
    if (leaves.has(host)) return
    let unmount = () => {}
    let left = false
    let begun = false
    let again: ReturnType<typeof setTimeout> | undefined

    const draw = async () => {
      const survey = host.localName === 'heed-survey' && (await findSurvey(host.getAttribute('survey-id') ?? ''))
      if (survey === undefined || (survey && isAnswered(link.memory, survey))) return
      const asked = survey && (await ready(survey))
      if (left) return
      const stage = stageIn(host.shadowRoot ?? host.attachShadow({ mode: 'open' }))
      const body = element('div', {
        class: 'body',
        part: 'inline',
        role: 'group',
        'aria-labelledby': 'title' satisfies typeof titleId,
      })
      stage.turn()
      stage.adopt(inlineCss)
      stage.layer.classList.add('inline')
      // As in the widget's card: the host app's shortcuts sleep.
      for (const type of ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste'])
        stage.layer.addEventListener(type, (event) => event.stopPropagation())
      stage.layer.append(body)
      unmount = stage.remove
      const stop = asked ? mountSurvey(body, stage, asked) : await mountHelp(body, stage)
      unmount = () => {
        stop()
        stage.remove()
      }
      if (left) unmount()
    }

    const leave = () => {
      left = true
      leaves.delete(host)
      watch.disconnect()
      named.disconnect()
      clearTimeout(again)
      unmount()
    }

    /** Tells whether it is in view, anew. */
    const look = () => {
      begun = false
      watch.unobserve(host)
      watch.observe(host)
    }

    // Out of sight nobody is asked, so that response rates stay true.
    const watch = new IntersectionObserver((seen) => {
      if (begun || !seen.some(({ isIntersecting }) => isIntersecting)) return
      begun = true
      draw().catch(() => {
        unmount()
        if (left) return
        link.emit('error', { code: 'unreachable', message: host.getAttribute('survey-id') ?? 'help' })
        again = setTimeout(look, againMs)
      })
    })
    watch.observe(host)
    // An app that keeps the element for the next survey.
    const named = new MutationObserver(() => {
      leave()
      place(host)
    })
    named.observe(host, { attributeFilter: ['survey-id'] })
    leaves.set(host, leave)
  }

  return {
    place,
    stop() {
      for (const leave of leaves.values()) leave()
    },
  }
}
