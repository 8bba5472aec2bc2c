type Listener = (error: unknown, what: string) => void

/** What fails where nobody waits for it, or where the reply is sent all the same: the log hears of it. */
export type Faults = {
  /** @param what became of it, in words for the log */
  tell: Listener
  /** @returns what ends it */
  onFault: (listener: Listener) => () => void
}

/** Made before the app, and so before there is a log. */
export const createFaults = (): Faults => {
  const listeners = new Set<Listener>()
  return {
    tell: (error, what) => {
      for (const listener of listeners) listener(error, what)
    },
    onFault: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
