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
  trigger: trigger.path === undefined ? trigger : { ...trigger, path: asInAddress(trigger.path) },
  repeatAfterDays,
})

/** A glob with the signs that a page's address has for letters and spaces, as in /%C3%BCber/*: so a browser says its path. */
const asInAddress = (glob: string): string => {
  const url = new URL('http://host')
  // A slash more, which a glob such as `*/lines` has none of.
  url.pathname = `/${glob}`
  return url.pathname.slice(1)
}
