import type { NpsGroup } from '@heed/contracts'
import { text } from '../locales/text.ts'

/** Promoter 9–10, passive 7–8, detractor 0–6. */
export const groupOf = (score: number): NpsGroup => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor')

/** A score of 0 to 10. Its group shows in shape and colour: circle, square, speech-mark corner. */
export function ScoreBadge({ score, size = 'normal' }: { score: number; size?: 'small' | 'normal' }) {
  const group = groupOf(score)
  const label = text.common.scoreLabel(score, text.common.group[group])
  return (
    <span class="score" data-group={group} data-size={size} title={label}>
      <span aria-hidden="true">{score}</span>
      <span class="visually-hidden">{label}</span>
    </span>
  )
}
