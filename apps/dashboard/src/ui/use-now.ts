import { useEffect, useState } from 'preact/hooks'

const listeners = new Set<(nowMs: number) => void>()
let timer: ReturnType<typeof setInterval> | undefined

function listen(listener: (nowMs: number) => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    const nowMs = Date.now()
    for (const each of listeners) each(nowMs)
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time in milliseconds, renewed every half minute; one timer for the whole page. */
export function useNow(): number {
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => listen(setNow), [])
  return nowMs
}
