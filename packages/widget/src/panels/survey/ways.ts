import { multipleChoice, singleChoice } from './choices.ts'
import { rating, reaction } from './pictures.ts'
import type { Way, WayOptions } from './way.ts'
import waysCss from './ways.css?inline'

export const css = waysCss

/** How kinds are answered that are no plain row of numbers. */
export function wayOf(options: WayOptions): Way {
  switch (options.survey.kind) {
    case 'rating':
      return rating(options)
    case 'reaction':
      return reaction(options)
    case 'multiple_choice':
      return multipleChoice(options)
    case 'comparison':
      return singleChoice(options, 'sides')
    default:
      return singleChoice(options)
  }
}
