import { formatExact, formatRelative } from './dates.ts'
import { useNow } from './use-now.ts'

/** A moment as "3 minutes ago", with the exact one on hover and for machines. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={formatExact(at)}>
      {formatRelative(at, now)}
    </time>
  )
}
