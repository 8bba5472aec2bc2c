import type { HelpRoom } from '../runtime/room.ts'

/** Size of a file in thousands or millions of bytes. */
export function fileSize({ locale: { tag } }: HelpRoom, bytes: number): string {
  const mega = bytes >= 1_000_000
  const unit = { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 } as const
  return new Intl.NumberFormat(tag, unit).format(mega ? bytes / 1_000_000 : Math.max(1, bytes / 1000))
}
