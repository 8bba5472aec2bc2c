import type { SurveyReason, WidgetConfig, WidgetStatus } from '@heed/contracts'
import type { Memory } from '../loader/memory.ts'

/**
 * The status in sentences, for whoever builds the host page: why each survey is not on the screen now, and what would
 * bring it there. English alone, like the documentation; no end user reads it.
 */
export function inWords(
  { identified, waiting, surveys }: Omit<WidgetStatus, 'words'>,
  config: WidgetConfig,
  memory: Memory,
): WidgetStatus['words'] {
  const shown = (memory.get('shown') ?? {}) as Record<string, number>
  const day = (atMs: number | undefined) => (atMs ? new Date(atMs).toISOString().slice(0, 10) : 'earlier')

  const sentence = (id: string, reason: SurveyReason): string => {
    const { trigger, repeatAfterDays } = config.surveys.find((survey) => survey.id === id) ?? {}
    switch (reason) {
      case 'armed':
        return `Everything holds; it shows ${(trigger?.delayMs ?? 0) / 1000} seconds after that began, and not in the first three of a page.`
      case 'showing':
        return 'It is on the screen.'
      case 'waiting_for_page':
        return `It waits for a page whose path meets ${trigger?.path}; this one is ${location.pathname}.`
      case 'waiting_for_event':
        return `It waits for heed('track', '${trigger?.event}') in this page.`
      case 'asked_recently': {
        const latest = Math.max(...Object.values(shown))
        const again = repeatAfterDays === null ? 'never again' : `again after ${repeatAfterDays} days`
        return shown[id]
          ? `This browser was asked it on ${day(shown[id])}; it is asked ${again}, and nothing within 7 days of another survey.`
          : `This browser was asked another survey on ${day(latest)}; nobody is asked twice within 7 days.`
      }
      case 'asked_elsewhere':
        return 'The server says that this person was asked in another browser, or before signing out here.'
      case 'panel_open':
        return 'Something else of the widget stands open.'
      case 'dialog_open':
        return 'A dialog of the page stands open; a prompt never covers one.'
      case 'other_tab':
        return 'Nobody looks at this tab; the one in front may ask.'
      case 'no_consent':
        return "Nothing may be kept in this browser: consent is required, or the browser sends Global Privacy Control or Do Not Track. heed('set', { consent: 'granted' }) lifts it."
    }
  }

  return {
    identified: identified ? 'A userId was said.' : "Nobody was named yet: heed('identify', { userId }).",
    waiting: waiting ? `${waiting} things are not on the server yet.` : 'Everything said is on the server.',
    ...Object.fromEntries(Object.entries(surveys).map(([id, reason]) => [id, sentence(id, reason)])),
  }
}
