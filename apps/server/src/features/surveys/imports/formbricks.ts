import { type SurveyDefinition, SurveyForm } from '@heed/contracts'
import { readQuestions } from './formbricks-questions.ts'
import { FormbricksSurvey } from './formbricks-shape.ts'
import { readTrigger } from './formbricks-trigger.ts'
import { type LeaveOut, type LeftOut, leaveOutInto, leaveOutRest } from './left-out.ts'
import { languageTag, plainTranslations, plainWords, type Words } from './plain-words.ts'
import { toDrafts } from './to-drafts.ts'

/** Drafts made of another tool's survey, and what is not in them. */
export type Imported = { drafts: SurveyDefinition[]; leftOut: LeftOut }

/**
 * Drafts from a survey as Formbricks exports it; undefined where it is none.
 * @param defaultLocale language of texts whose language the export does not say
 */
export function fromFormbricks(exported: unknown, defaultLocale: string): Imported | undefined {
  const survey = FormbricksSurvey.safeParse(exported).data
  if (!survey || !(survey.questions ?? survey.blocks)) return undefined
  const leftOut: LeftOut = []
  const leaveOut = leaveOutInto(leftOut)

  const inLanguages = languagesOf(survey, defaultLocale, leaveOut)
  const questions = readQuestions(survey, inLanguages, leaveOut)
  const shared = {
    name: plainWords(survey.name, { path: 'name', most: 120, leaveOut }) || 'Formbricks',
    ...readThanks(survey, inLanguages, leaveOut),
    trigger: readTrigger(survey, leaveOut),
    targeting: {},
    sampling: readSampling(survey),
    repeatAfterDays: readRepeat(survey, leaveOut),
    priority: 50,
    schedule: {
      startsAt: moment(survey.runOnDate),
      endsAt: moment(survey.closeOnDate),
      answerLimit:
        survey.autoComplete && survey.autoComplete >= 1 ? Math.min(1_000_000, Math.round(survey.autoComplete)) : null,
    },
    alerts: {},
  }
  leaveOutRest(leaveOut, '', survey, surveyReasons)
  leaveOutRest(leaveOut, 'projectOverwrites', survey.projectOverwrites ?? {}, { brandColor: null })
  return { drafts: toDrafts(questions, shared, leaveOut), leftOut }
}

/** Texts by Heed's names of languages. */
const languagesOf = ({ languages }: FormbricksSurvey, defaultLocale: string, leaveOut: LeaveOut) => {
  const first = languages?.find((language) => language.default)?.language.code
  const tagOf = (code: string) => languageTag(code === 'default' ? (first ?? defaultLocale) : code)
  return (words: Record<string, string> | null | undefined): Words => {
    const said = Object.entries(words ?? {}).flatMap(([code, text]) => {
      const tag = tagOf(code)
      if (tag === undefined) leaveOut('languages', `${code} is no language that can be named`)
      return tag === undefined ? [] : [[tag, text] as const]
    })
    return Object.fromEntries(said)
  }
}

const readThanks = (
  { endings, thankYouCard, projectOverwrites }: FormbricksSurvey,
  inLanguages: ReturnType<typeof languagesOf>,
  leaveOut: LeaveOut,
) => {
  const [first, ...others] = endings ?? []
  const ending = first ?? (thankYouCard?.enabled === false ? undefined : thankYouCard)
  const path = first ? 'endings[0]' : 'thankYouCard'
  for (const at of others.keys()) leaveOut(`endings[${at + 1}]`, 'thanks are the same for all')
  const words = (text: Record<string, string> | null | undefined, name: string, most: number) =>
    plainTranslations(inLanguages(text), { path: `${path}.${name}`, most, leaveOut })
  const form: SurveyForm = {
    ...link(ending?.buttonLink, `${path}.buttonLink`, leaveOut),
    ...accent(projectOverwrites?.brandColor),
  }
  if (ending) leaveOutRest(leaveOut, path, ending, endingReasons)
  return {
    thanks: words(ending?.headline, 'headline', 300),
    linkLabel: form.link ? words(ending?.buttonLabel, 'buttonLabel', 60) : {},
    form,
  }
}

const link = (url: string | null | undefined, path: string, leaveOut: LeaveOut): Pick<SurveyForm, 'link'> => {
  if (!url) return {}
  if (SurveyForm.safeParse({ link: { url } }).success) return { link: { url } }
  leaveOut(path, 'a link is an address that begins with https://')
  return {}
}

const accent = (colour: unknown): Pick<SurveyForm, 'accent'> => {
  const text = typeof colour === 'object' && colour !== null && 'light' in colour ? colour.light : colour
  return typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text) ? { accent: text } : {}
}

const readSampling = ({ displayPercentage }: FormbricksSurvey): SurveyDefinition['sampling'] =>
  displayPercentage && displayPercentage < 100
    ? { mode: 'share', share: Math.max(0.01, displayPercentage / 100) }
    : { mode: 'everyone' }

const readRepeat = ({ displayOption, recontactDays }: FormbricksSurvey, leaveOut: LeaveOut): number | null => {
  if (displayOption === 'displayOnce') {
    if (recontactDays) leaveOut('recontactDays', 'it shows once; the rest between surveys is one rule for all of them')
    return null
  }
  if (!recontactDays || recontactDays < 1) return null
  return Math.min(3_650, Math.round(recontactDays))
}

const moment = (text: string | null | undefined) => {
  const at = new Date(text ?? Number.NaN)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** What is read above, and what is Formbricks' own. */
const passedOver = Object.fromEntries(
  'id createdAt updatedAt createdBy environmentId workspaceId status type name slug questions blocks endings thankYouCard languages triggers delay autoComplete displayOption recontactDays displayPercentage runOnDate closeOnDate resultShareKey isBackButtonHidden isAutoProgressingEnabled metadata showLanguageSwitch responses displays responseCount creator projectOverwrites'
    .split(' ')
    .map((name) => [name, null]),
)

const surveyReasons: Record<string, string | null> = {
  ...passedOver,
  welcomeCard: 'a prompt begins with its question',
  hiddenFields: 'answers carry plan, tenure, spend and traits by themselves',
  variables: 'there is one question, so nothing to reckon with',
  followUps: 'Heed sends no mail to who answered',
  segment: 'its conditions are over attributes of Formbricks; choose a segment',
  displayLimit: 'a prompt that is not answered counts as asked',
  autoClose: 'a prompt stays until it is closed',
  styling: "looks are the workspace's, and the accent a survey's own",
}

const endingReasons: Record<string, string | null> = {
  id: null,
  type: null,
  enabled: null,
  headline: null,
  buttonLabel: null,
  buttonLink: null,
  subheader: 'thanks are one text',
  imageUrl: 'thanks have no picture',
  videoUrl: 'thanks have no picture',
  url: 'nobody is sent to another page; thanks can offer a link',
}
