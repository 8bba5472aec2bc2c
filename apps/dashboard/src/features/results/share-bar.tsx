import type { NpsGroup, ShareFigure } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatShare } from '../../ui/numbers.ts'

type Props = {
  share: ShareFigure
  /** The share at the end of the track, 0 … 1. */
  most: number
  group?: NpsGroup
}

/** A share as a bar, with a line over its end from the lower to the upper end of the margin. */
export function ShareBar({ share: { share, low, high }, most, group }: Props) {
  const at = (value: number) => `${(Math.min(value, most) / most) * 100}%`
  return (
    <span
      class="share-bar"
      data-group={group}
      role="img"
      aria-label={text.results.range(formatShare(low), formatShare(high))}
    >
      <span class="share-bar-fill" style={{ inlineSize: at(share) }} />
      <span class="share-bar-margin" style={{ insetInlineStart: at(low), inlineSize: at(high - low) }} />
    </span>
  )
}
