import { z } from 'zod'

// As PostHog's API gives it, in all that is read here: https://github.com/PostHog/posthog-js,
// packages/browser/src/posthog-surveys-types.ts. Loose, because versions differ and a survey holds much more.

const Branching = z.looseObject({
  type: z.string(),
  index: z.number().optional(),
  responseValues: z.record(z.string(), z.unknown()).optional(),
})

export const Question = z.looseObject({
  type: z.string(),
  question: z.string(),
  display: z.string().optional(),
  scale: z.number().optional(),
  choices: z.array(z.string()).optional(),
  hasOpenChoice: z.boolean().nullish(),
  shuffleOptions: z.boolean().nullish(),
  branching: Branching.nullish(),
  translations: z
    .record(z.string(), z.looseObject({ question: z.string().nullish(), choices: z.array(z.string()).nullish() }))
    .nullish()
    .catch(null),
})
export type Question = z.infer<typeof Question>

const Named = z.looseObject({
  name: z.string(),
  propertyFilters: z.record(z.string(), z.object({ values: z.array(z.unknown()), operator: z.string() })).nullish(),
})

export const Conditions = z.looseObject({
  url: z.string().nullish(),
  urlMatchType: z.string().nullish(),
  events: z.looseObject({ values: z.array(Named).nullish() }).nullish(),
})
export type Conditions = z.infer<typeof Conditions>

export const PostHogSurvey = z.looseObject({
  name: z.string(),
  type: z.string().nullish(),
  questions: z.array(Question).min(1),
  conditions: Conditions.nullish(),
  appearance: z
    .looseObject({
      thankYouMessageHeader: z.string().nullish(),
      displayThankYouMessage: z.boolean().nullish(),
      surveyPopupDelaySeconds: z.number().nullish(),
      submitButtonColor: z.string().nullish(),
    })
    .nullish(),
  schedule: z.string().nullish(),
  iteration_frequency_days: z.number().nullish(),
  responses_limit: z.number().nullish(),
  targeting_flag_filters: z
    .looseObject({
      groups: z
        .array(z.looseObject({ properties: z.array(z.unknown()).nullish(), rollout_percentage: z.number().nullish() }))
        .nullish(),
    })
    .nullish(),
  translations: z
    .record(z.string(), z.looseObject({ thankYouMessageHeader: z.string().nullish() }))
    .nullish()
    .catch(null),
})
export type PostHogSurvey = z.infer<typeof PostHogSurvey>
