import type { Panel } from '@heed/contracts'
import type { SurveyConfig } from '../loader/link.ts'
import type { titleId } from '../ui/title-id.ts'
import { isAnswered } from './answered.ts'
import inlineCss from './inline.css?inline'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

type InlineOptions = Pick<Scene, 'link' | 'element' | 'stageIn' | 'ready' | 'mountSurvey'> & {
  findSurvey(surveyId: string): Promise<SurveyConfig | undefined>
  /** Draws into the body; returns what takes it away. */
  mountPanel(body: HTMLElement, stage: Stage, panel: Panel): Promise<() => void>
}

/** Surveys and help in elements of the host page, drawn once they come into view. */
export function startInline({ link, element, stageIn, findSurvey, ready, mountSurvey, mountPanel }: InlineOptions) {
  const leaves = new Map<HTMLElement, () => void>()

  const place = (host: HTMLElement) => {
    if (leaves.has(host)) return
    let unmount = () => {}
    let left = false
    let begun = false

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
      stage.adopt(inlineCss)
      stage.turn()
      stage.layer.classList.add('inline')
      stage.layer.append(body)
      unmount = stage.remove
      const stop = asked ? mountSurvey(body, stage, asked) : await mountPanel(body, stage, 'help')
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
      unmount()
    }

    // Out of sight nobody is asked, so that response rates stay true. An element that goes is out of sight as well.
    const watch = new IntersectionObserver((seen) => {
      if (!host.isConnected) return leave()
      if (begun || !seen.some(({ isIntersecting }) => isIntersecting)) return
      begun = true
      draw().catch(() => unmount())
    })
    watch.observe(host)
    leaves.set(host, leave)
  }

  return {
    place,
    stop() {
      for (const leave of leaves.values()) leave()
    },
  }
}
