import type { CutPart } from '@heed/contracts'
import { describeSegment, parseSegment } from '@heed/segments'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { valueName } from '../segments/field-names.ts'

const words = text.results.cuts
const traitPrefix = 'trait.'

/** What figures can be cut by that every workspace has; a trait is cut by as `trait.<name>`. */
export const dimensions = ['plan', 'tenure', 'spend', 'version', 'locale'] as const
export const traitKey = (name: string): string => traitPrefix + name

/** The dimension of an address; plan where there is none that the server would take. */
export const readDimension = (written: string | undefined): string =>
  written !== undefined && /^(plan|tenure|spend|version|locale|trait\.[^"\\\p{Cc}]{1,100})$/u.test(written)
    ? written
    : 'plan'

/** "Plan", "Industry" */
export const dimensionName = (by: string): string =>
  dimensions.some((each) => each === by)
    ? words.dimensions[by as (typeof dimensions)[number]]
    : displayName(by.slice(traitPrefix.length))

/** A part as it is called: "Growth", "under 30 days", "$100–$499.99", "Version 3", "German". */
export function partName(by: string, value: CutPart['value'], currency: string): string {
  if (value === null) return words.unknown
  switch (by) {
    case 'plan':
      return displayName(value)
    case 'tenure':
    case 'spend':
      return rangeName(by, value, currency)
    case 'version':
      return words.version(value)
    case 'locale':
      return valueName('locale', value)
    default:
      return value
  }
}

/** Ranges are in the language of segments, which has words of its own for them. */
const rangeName = (by: 'tenure' | 'spend', range: string, currency: string): string =>
  describeSegment(parseSegment(`${by}:${range}`).segment, { currency, locale }).join(' · ') || range
