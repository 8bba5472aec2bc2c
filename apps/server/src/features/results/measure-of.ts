import type { Measure, SurveyKind } from '@heed/contracts'
import { npsScale, npsValue, type Scale } from '@heed/stats'

/** What a survey's figure is. */
export function measureOf(kind: SurveyKind): Measure {
  switch (kind) {
    case 'single_choice':
    case 'multiple_choice':
    case 'comparison':
      return 'choices'
    default:
      return kind
  }
}

/** The lowest and the highest value of a figure; null where there is none. */
export function scaleOf(measure: Measure): Scale | null {
  switch (measure) {
    case 'nps':
      return npsScale
    case 'ces':
      return { lowest: 1, highest: 7 }
    case 'rating':
      return { lowest: 1, highest: 5 }
    case 'csat':
    case 'reaction':
    case 'choices':
      return { lowest: 0, highest: 100 }
    case 'text':
      return null
  }
}

/** What one answer adds to the figure's mean; null where there is no figure. `option`: the one whose share it is. */
export function answerValue(
  measure: Measure,
  { score, choices }: { score: number | null; choices: string[] | null },
  option: string | null,
): number | null {
  if (measure === 'choices') return option === null ? null : choices?.includes(option) ? 100 : 0
  if (score === null) return null
  switch (measure) {
    case 'nps':
      return npsValue(score)
    case 'csat':
      return score >= 4 ? 100 : 0
    case 'reaction':
      return score >= 3 ? 100 : 0
    case 'ces':
    case 'rating':
      return score
    case 'text':
      return null
  }
}
