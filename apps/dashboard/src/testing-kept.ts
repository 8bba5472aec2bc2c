import type { KeptWork } from './kept-work.ts'

/** For tests: what a browser keeps, for pages that follow one another. */
export function keptByBrowser() {
  const works = new Map<string, unknown>()
  return {
    works,
    open: (thing: string): KeptWork => {
      let name = thing
      return {
        read: () => works.get(name) ?? null,
        keep: (work) => void works.set(name, work),
        forget: () => void works.delete(name),
        moveTo: (next) => {
          works.delete(name)
          name = next
        },
        release: () => {},
      }
    },
  }
}
