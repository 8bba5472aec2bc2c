import type { SurveyConfig, WatchOptions } from '../loader/link.ts'

/** The version of the host app that this browser saw last, and since when; 0: it is the first one that it saw. */
type Seen = { version: string; since: number }

/**
 * Which version of the host app this browser sees. Another one than before is new to a survey until the survey was shown
 * under it, so that nobody misses it who was still at rest, or left the page too soon.
 */
export function watchVersion({ memory, settings }: WatchOptions) {
  const seen = () => memory.get('version') as Seen | undefined

  const look = () => {
    const { appVersion } = settings()
    if (appVersion === undefined) return
    const before = seen()
    const version = `${appVersion}`
    if (before?.version !== version) memory.set('version', { version, since: before ? Date.now() : 0 } satisfies Seen)
  }
  look()

  return {
    look,
    isNewTo({ id }: SurveyConfig): boolean {
      const since = settings().appVersion === undefined ? 0 : (seen()?.since ?? 0)
      const shown = (memory.get('shown') ?? {}) as Record<string, number>
      return since > 0 && (shown[id] ?? 0) < since
    },
  }
}
