import type { SegmentSize } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatMoney, formatShare } from '../../ui/numbers.ts'

/** "212 accounts · 38 % of spend"; without spend anywhere in the base, the people instead. */
export function sizeInWords(size: SegmentSize): string {
  if (size.base.people === 0 && size.base.accounts === 0) return text.segments.nobodyYet
  if (size.people === 0 && size.accounts === 0) return text.segments.nobody
  const second =
    size.base.spendMinor > 0 && isPart(size)
      ? text.segments.ofSpend(formatShare(size.spendMinor / size.base.spendMinor))
      : text.segments.people(size.people)
  return `${text.segments.accounts(size.accounts)} · ${second}`
}

/** The same with all that is known, where there is room for it; of everyone there is no more to say. */
export const sizeInFull = (size: SegmentSize, currency: string): string =>
  isPart(size) && (size.people > 0 || size.accounts > 0) ? factsOf(size, currency).join(' · ') : sizeInWords(size)

const isPart = ({ people, accounts, base }: SegmentSize) => people < base.people || accounts < base.accounts

/** People, accounts, spend a month and its share, of what there is to say. */
export const factsOf = (size: SegmentSize, currency: string): string[] => [
  text.segments.people(size.people),
  text.segments.accounts(size.accounts),
  ...(size.base.spendMinor > 0
    ? [
        text.common.perMonth(formatMoney(size.spendMinor, currency)),
        text.segments.ofSpend(formatShare(size.spendMinor / size.base.spendMinor)),
      ]
    : []),
]
