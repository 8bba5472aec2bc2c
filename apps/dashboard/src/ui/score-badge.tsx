import type { EarlierResponse, NpsGroup, SurveyKind } from '@heed/contracts'
import { scoreRange } from '@heed/contracts/survey-kinds'
import { CircleDot, Columns2, ListChecks, TextQuote } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { text } from '../locales/text.ts'

const words = text.responses

/** Promoter 9–10, passive 7–8, detractor 0–6. */
export const groupOf = (score: number): NpsGroup => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor')

/** Highest score of a kind; undefined where it has none. */
const highestOf = (kind: SurveyKind): number | undefined =>
  kind in scoreRange ? scoreRange[kind as 'nps'][1] : undefined

type Answer = Pick<EarlierResponse, 'kind' | 'score'>

/** What an answer says at a glance: "Promoter" of NPS, "4 of 5" of another score, else which kind of answer it is. */
export function gistOf({ kind, score }: Answer): string {
  const highest = highestOf(kind)
  if (score === null || highest === undefined) return words.kinds[kind]
  return kind === 'nps' ? text.common.group[groupOf(score)] : words.scoreOf(score, highest)
}

/**
 * An answer in a small square. The group of an NPS score shows in shape and colour: circle, square, speech-mark corner;
 * another score stands with its scale; an answer without a score shows its kind.
 */
export function ScoreBadge({ answer, size = 'normal' }: { answer: Answer; size?: 'small' | 'normal' }) {
  const { kind, score } = answer
  const highest = highestOf(kind)
  if (score === null || highest === undefined) {
    const Icon = iconOf(kind)
    return (
      <Badge label={words.kinds[kind]} look="kind" size={size}>
        <Icon size={size === 'small' ? 14 : 18} />
      </Badge>
    )
  }
  if (kind === 'nps') {
    const group = groupOf(score)
    return (
      <Badge label={text.common.scoreLabel(score, text.common.group[group])} look={group} size={size}>
        {score}
      </Badge>
    )
  }
  return (
    <Badge label={words.scoreLabel(score, highest, words.kinds[kind])} look="scale" size={size}>
      {words.scoreShort(score, highest)}
    </Badge>
  )
}

const icons: Partial<Record<SurveyKind, typeof TextQuote>> = {
  single_choice: CircleDot,
  multiple_choice: ListChecks,
  comparison: Columns2,
}
const iconOf = (kind: SurveyKind) => icons[kind] ?? TextQuote

type BadgeProps = {
  label: string
  look: NpsGroup | 'scale' | 'kind'
  size: 'small' | 'normal'
  children: ComponentChildren
}

function Badge({ label, look, size, children }: BadgeProps) {
  return (
    <span class="score" data-group={look} data-size={size} title={label}>
      <span aria-hidden="true">{children}</span>
      <span class="visually-hidden">{label}</span>
    </span>
  )
}
