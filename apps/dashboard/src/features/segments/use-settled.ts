import { useEffect, useState } from 'preact/hooks'

const restMs = 150

/** A value once it has rested: while somebody types, the last that stood still. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
