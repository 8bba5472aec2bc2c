import { useEffect, useState } from 'preact/hooks'

/** What the server does not have yet of one thing that one open page works at. */
export type KeptWork = {
  /** As it was kept last; null where nothing is, or it cannot be read. */
  read: () => unknown
  keep: (work: unknown) => void
  /** Takes away what this page kept, and nobody else's. */
  forget: () => void
  /** The thing has another name from now on. */
  moveTo: (thing: string) => void
  /** Whoever opens the thing next goes on with it. */
  release: () => void
}

/** For whoever may only read. */
const nothingKept: KeptWork = { read: () => null, keep() {}, forget() {}, moveTo() {}, release() {} }

/** Two members at one browser do not see each other's. */
const placeOf = (memberId: string, thing: string) => `heed.kept.${memberId}.${encodeURIComponent(thing)}.`

/**
 * Opens a place for the work at a thing. Each open page has an entry of its own, with a lock that the browser holds for as
 * long as the page is there: an entry without one was left by a page that is gone, and this one goes on with it.
 */
export async function openKept(memberId: string, thing: string): Promise<KeptWork> {
  const place = placeOf(memberId, thing)
  for (const key of entriesIn(place)) {
    const release = await hold(key)
    if (release) return keptAt(memberId, place, key, release)
  }
  const key = newEntry(place)
  return keptAt(memberId, place, key, (await hold(key)) ?? (() => {}))
}

/** As `openKept`, for as long as the page is open; null until it is known what is kept. */
export function useKept(memberId: string, thing: string, mayWrite: boolean): KeptWork | null {
  const [kept, setKept] = useState<KeptWork | null>(null)
  useEffect(() => {
    if (!mayWrite) return setKept(nothingKept)
    let isGone = false
    const opening = openKept(memberId, thing)
    void opening.then((opened) => !isGone && setKept(opened))
    return () => {
      isGone = true
      void opening.then(({ release }) => release())
    }
  }, [memberId, thing, mayWrite])
  return kept
}

function keptAt(memberId: string, place: string, key: string, release: () => void): KeptWork {
  let here = { place, key, release }
  let mine = stored(() => localStorage.getItem(key))
  const remember = () => stored(() => sessionStorage.setItem(here.place, here.key))
  remember()

  const forget = () =>
    stored(() => {
      // Without locks another page may have written here since.
      if (localStorage.getItem(here.key) === mine) localStorage.removeItem(here.key)
    })
  return {
    read: () => stored(() => JSON.parse(mine ?? 'null')),
    keep: (work) => {
      mine = JSON.stringify(work)
      stored(() => localStorage.setItem(here.key, mine ?? ''))
    },
    forget: () => void forget(),
    moveTo: (thing) => {
      forget()
      here.release()
      const to = placeOf(memberId, thing)
      here = { place: to, key: newEntry(to), release: () => {} }
      remember()
      const { key: moved } = here
      void hold(moved).then((releaseMoved) => {
        if (releaseMoved) here.release = releaseMoved
      })
    },
    release: () => here.release(),
  }
}

/** The one this tab wrote before a reload first, then the newest. */
function entriesIn(place: string): string[] {
  const keys = stored(() => Object.keys(localStorage).filter((key) => key.startsWith(place))) ?? []
  const own = stored(() => sessionStorage.getItem(place))
  return keys.sort((a, b) => Number(b === own) - Number(a === own) || (a < b ? 1 : -1))
}

const newEntry = (place: string) => `${place}${Date.now()}-${Math.random().toString(36).slice(2)}`

/**
 * @returns what lets go of it; null: another open page holds it. A browser that has no locks, as on a page without TLS,
 * cannot tell, and takes it.
 */
function hold(key: string): Promise<(() => void) | null> {
  const nobody = () => {}
  const { locks } = navigator as { locks?: LockManager | null }
  if (!locks) return Promise.resolve(nobody)
  return new Promise((held) => {
    locks
      .request(key, { ifAvailable: true }, (lock) =>
        lock === null ? held(null) : new Promise<void>((release) => held(() => release())),
      )
      .catch(() => held(nobody))
  })
}

/** A browser that keeps nothing (full, or told so) must not stop anybody from writing. */
function stored<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
