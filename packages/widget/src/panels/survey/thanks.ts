import { bandOf, type ScoredKind } from '@heed/contracts/survey-kinds'
import type { PromptTexts } from '../../locales/prompt-texts.ts'
import type { Asking } from './asking.ts'

/** The last word of a prompt, and where one may go from there. */
export function thanksOf(asking: Asking, texts: PromptTexts) {
  const { element, survey, question, answer } = asking
  const thanks = element('p', { class: 'thanks', part: 'thanks', tabindex: '-1' })
  const offered = survey.form?.link
  const url = offered && secure(offered.url)
  const label = question.inAny.find(({ linkLabel }) => linkLabel)?.linkLabel ?? url?.hostname ?? ''
  const link =
    url &&
    element(
      'a',
      { class: 'primary', part: 'link', href: url.href, target: '_blank', rel: 'noopener noreferrer' },
      element('bdi', {}, label),
    )

  return {
    thanks,
    link,
    /** @param waits whether the answer is not on the server yet */
    say(waits: boolean) {
      thanks.textContent = waits ? texts.thanksLater : question.own.thanks || texts.thanks
    },
    /** Puts the link below the thanks, where the score is one that it is offered to. */
    ends() {
      const band = answer.score !== undefined && bandOf(survey.kind as ScoredKind, answer.score)
      const meant = !offered?.bands || (band && offered.bands.includes(band))
      if (link && meant) thanks.after(link)
      else link?.remove()
    },
  }
}

/** Nothing but an address of the web with TLS is followed from here. */
function secure(address: string): URL | undefined {
  try {
    const url = new URL(address)
    return url.protocol === 'https:' ? url : undefined
  } catch {
    return undefined
  }
}
