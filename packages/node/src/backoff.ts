const firstMs = 500
const longestMs = 60_000
const longestAskedMs = 600_000

/**
 * How long to wait after some failures in a row, in milliseconds: twice as long each time, up to a minute, and between
 * half of that and all of it, so that many servers do not come back at once.
 */
export const backoffMs = (failures: number): number =>
  Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)

/** What `Retry-After` asks for, as seconds or as a date, in milliseconds; ten minutes at most, 0 if it asks nothing. */
export function retryAfterMs(header: string | null): number {
  if (!header) return 0
  const asked = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longestAskedMs)
}
