import { locale } from '../../locales/locale.ts'

const unit = (value: number, name: 'kilobyte' | 'megabyte', maximumFractionDigits: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  )

/** A file's size in bytes: "1 kB", "340 kB", "2.4 MB". Never "0 kB", for there is something in it. */
export const formatBytes = (bytes: number): string =>
  bytes < 999_500 ? unit(Math.max(1, bytes / 1000), 'kilobyte', 0) : unit(bytes / 1_000_000, 'megabyte', 1)
