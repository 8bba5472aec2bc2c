import type { PublicSurvey } from '@heed/contracts'
import type { SurveyRow } from './surveys.queries.ts'

/** A survey as browsers get it. */
export const toPublicSurvey = ({ id, kind, form, texts, trigger, repeatAfterDays }: SurveyRow): PublicSurvey => ({
  id,
  kind,
  ...(form && { form }),
  texts,
  trigger,
  repeatAfterDays,
})
