import type { Deps } from '../../../deps.ts'
import { fillFrames } from './fill-frames.ts'
import { listSurveysToPack } from './frames.queries.ts'

const everyMs = 60_000

/** Packs what has settled of all surveys. One that cannot be packed leaves the others alone. */
export async function fillAllFrames(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  onError: (error: unknown) => void,
  isLeft: () => boolean = () => false,
): Promise<void> {
  for (const survey of await listSurveysToPack(store.read))
    for (const of of ['answers', 'showings'] as const) {
      if (isLeft()) return
      await fillFrames(store, { ...survey, of }, now()).catch(onError)
    }
}

/**
 * Packs what has settled now and after every minute.
 * @returns what ends it, once the frame that is being made is there
 */
export function keepFrames(deps: Deps, onError: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let left = false
  const fill = async () => {
    await fillAllFrames(deps, onError, () => left).catch(onError)
    if (left) return
    timer = setTimeout(() => {
      running = fill()
    }, everyMs)
    timer.unref()
  }
  let running = fill()
  return async () => {
    left = true
    clearTimeout(timer)
    await running
  }
}
