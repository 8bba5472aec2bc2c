import type { PublicSurvey } from '@heed/contracts'
import type { SurveyRow } from './surveys.queries.ts'

/** A survey as browsers get it. */
export const toPublicSurvey = ({
  id,
  kind,
  version,
  form,
  texts,
  trigger,
  repeatAfterDays,
}: SurveyRow): PublicSurvey => ({
  id,
  kind,
  version,
  // What is empty would be said of every survey in every page.
  ...(form && Object.keys(form).length > 0 && { form }),
  texts,
  trigger,
  repeatAfterDays,
})
