import type { SurveyDefinition } from '@heed/contracts'
import type { Imported } from './formbricks.ts'
import { type LeaveOut, type LeftOut, leaveOutInto, leaveOutRest } from './left-out.ts'
import { languageTag, plainTranslations, plainWords, type Words } from './plain-words.ts'
import { readQuestions } from './posthog-questions.ts'
import { PostHogSurvey } from './posthog-shape.ts'
import { readTrigger } from './posthog-trigger.ts'
import { toDrafts } from './to-drafts.ts'

/**
 * Drafts from a survey as PostHog's API gives it; undefined where it is none.
 * @param defaultLocale language of its texts, which a survey of PostHog does not say
 */
export function fromPostHog(exported: unknown, defaultLocale: string): Imported | undefined {
  const survey = PostHogSurvey.safeParse(exported).data
  if (!survey) return undefined
  const leftOut: LeftOut = []
  const leaveOut = leaveOutInto(leftOut)

  const questions = readQuestions(survey.questions, defaultLocale, leaveOut)
  const shared = {
    name: plainWords(survey.name, { path: 'name', most: 120, leaveOut }) || 'PostHog',
    form: accentOf(survey),
    thanks: readThanks(survey, defaultLocale, leaveOut),
    linkLabel: {},
    trigger: readTrigger(survey, leaveOut),
    targeting: {},
    sampling: readSampling(survey, leaveOut),
    repeatAfterDays: readRepeat(survey, leaveOut),
    priority: 50,
    schedule: { startsAt: null, endsAt: null, answerLimit: limitOf(survey) },
    alerts: {},
  }
  leaveOutRest(leaveOut, '', survey, surveyReasons)
  leaveOutRest(leaveOut, 'appearance', survey.appearance ?? {}, appearanceReasons)
  return { drafts: toDrafts(questions, shared, leaveOut), leftOut }
}

const accentOf = ({ appearance }: PostHogSurvey): SurveyDefinition['form'] => {
  const colour = appearance?.submitButtonColor
  return colour && /^#[0-9a-f]{6}$/i.test(colour) ? { accent: colour } : {}
}

const readThanks = ({ appearance, translations }: PostHogSurvey, defaultLocale: string, leaveOut: LeaveOut): Words => {
  if (appearance?.displayThankYouMessage === false) return {}
  const said: [string, string | null | undefined][] = [
    ...Object.entries(translations ?? {}).map(
      ([code, { thankYouMessageHeader }]) => [code, thankYouMessageHeader] as [string, string | null | undefined],
    ),
    [defaultLocale, appearance?.thankYouMessageHeader],
  ]
  const words = said.flatMap(([code, text]) => {
    const tag = languageTag(code)
    return tag !== undefined && text ? [[tag, text] as const] : []
  })
  return plainTranslations(Object.fromEntries(words), {
    path: 'appearance.thankYouMessageHeader',
    most: 300,
    leaveOut,
  })
}

/** A rollout to a share of everyone is a sample; conditions over properties are not known here. */
const readSampling = (
  { targeting_flag_filters: filters }: PostHogSurvey,
  leaveOut: LeaveOut,
): SurveyDefinition['sampling'] => {
  const [group, ...others] = filters?.groups ?? []
  const share = (group?.rollout_percentage ?? 100) / 100
  if (others.length > 0 || group?.properties?.length)
    leaveOut('targeting_flag_filters', 'its conditions are over properties of PostHog; choose a segment')
  return share < 1 && others.length === 0 ? { mode: 'share', share: Math.max(0.01, share) } : { mode: 'everyone' }
}

const readRepeat = (survey: PostHogSurvey, leaveOut: LeaveOut): number | null => {
  const { schedule, iteration_frequency_days: days } = survey
  if (schedule === 'recurring' && days && days >= 1) return Math.min(3_650, Math.round(days))
  if (schedule === 'always') leaveOut('schedule', 'a person is asked once, or again after so many days')
  return null
}

const limitOf = ({ responses_limit: limit }: PostHogSurvey) =>
  limit && limit >= 1 ? Math.min(1_000_000, Math.round(limit)) : null

const flag = 'flags are not known here; choose a segment'

/** What is read above, and what is PostHog's own. */
const passedOver = Object.fromEntries(
  'id name type questions conditions appearance schedule iteration_frequency_days responses_limit targeting_flag_filters translations archived created_at created_by updated_at start_date scheduled_start_datetime current_iteration current_iteration_start_date iteration_start_dates internal_targeting_flag internal_targeting_flag_key enable_partial_responses response_sampling_start_date user_access_level form_content search_index'
    .split(' ')
    .map((name) => [name, null]),
)

const surveyReasons: Record<string, string | null> = {
  ...passedOver,
  description: 'a survey has a name, and no description',
  end_date: 'the draft has no end; give it one where it should have',
  linked_flag: flag,
  linked_flag_id: flag,
  linked_flag_key: flag,
  targeting_flag: null,
  targeting_flag_id: null,
  targeting_flag_key: null,
  feature_flag_keys: null,
  iteration_count: 'waves go on until the survey ends',
  response_sampling_limit: 'it asks a share of people, or until so many answers',
  response_sampling_interval: 'it asks a share of people, or until so many answers',
  response_sampling_interval_type: null,
  response_sampling_daily_limits: 'it asks a share of people, or until so many answers',
  enable_iframe_embedding: 'a survey shows in the app itself',
}

const looks = "looks are the workspace's, and the accent a survey's own"

const appearanceReasons: Record<string, string | null> = {
  thankYouMessageHeader: null,
  displayThankYouMessage: null,
  surveyPopupDelaySeconds: null,
  submitButtonColor: null,
  thankYouMessageDescriptionContentType: null,
  whiteLabel: null,
  autoDisappear: null,
  disabledButtonOpacity: null,
  maxWidth: null,
  zIndex: null,
  backgroundColor: looks,
  submitButtonTextColor: looks,
  textColor: looks,
  descriptionTextColor: looks,
  ratingButtonColor: looks,
  ratingButtonActiveColor: looks,
  ratingButtonHoverColor: looks,
  borderColor: looks,
  fontFamily: looks,
  boxPadding: looks,
  boxShadow: looks,
  borderRadius: looks,
  inputBackground: looks,
  inputTextColor: looks,
  inputBackgroundColor: looks,
  position: 'prompts stand where the workspace has them',
  tabPosition: 'prompts stand where the workspace has them',
  widgetType: 'its button is left out; a page opens it by its id',
  widgetSelector: 'its button is left out; a page opens it by its id',
  widgetLabel: 'its button is left out; a page opens it by its id',
  widgetColor: 'its button is left out; a page opens it by its id',
  submitButtonText: 'buttons have the words of the widget',
  thankYouMessageCloseButtonText: 'buttons have the words of the widget',
  thankYouMessageDescription: 'thanks are one text',
  placeholder: 'fields have the words of the widget',
  shuffleQuestions: 'each question is a survey of its own',
}
