import type { SurveyDefinition, SurveyKind } from '@heed/contracts'
import { surveyKinds } from '@heed/contracts/survey-kinds'
import { text } from '../../../locales/text.ts'
import { hasOptions } from '../texts.ts'
import { cancelReasonOptions, cancelReasonTexts } from './cancel-reason.ts'
import { asTexts, firstMonth, gettingStarted, helpYouGot, howWeDevelop } from './questions.ts'

export type Template = { id: string; name: string; line: string; definition: SurveyDefinition }

const words = text.surveys.templates
type Named = Exclude<keyof typeof words, 'blank'>

/** What a template does not say stays as it is for most surveys. */
const definition = (given: Pick<SurveyDefinition, 'name' | 'kind'> & Partial<SurveyDefinition>): SurveyDefinition => ({
  form: {},
  texts: {},
  trigger: { delayMs: 5_000 },
  targeting: {},
  sampling: { mode: 'everyone' },
  repeatAfterDays: null,
  priority: 50,
  schedule: { startsAt: null, endsAt: null, answerLimit: null },
  alerts: {},
  ...given,
})

const template = (id: Named, given: Omit<Parameters<typeof definition>[0], 'name'>): Template => ({
  id,
  ...words[id],
  definition: definition({ name: words[id].name, ...given }),
})

/** Surveys that are ready but for whom they ask, and the host's own ideas. */
export const templates: Template[] = [
  template('nps', { kind: 'nps', repeatAfterDays: 90 }),
  template('csatAfterTicket', {
    kind: 'csat',
    texts: asTexts(helpYouGot),
    targeting: { segment: 'tickets.closed:1..@7d' },
    repeatAfterDays: 30,
  }),
  template('cesAfterEvent', {
    kind: 'ces',
    trigger: { delayMs: 1_000, event: 'Export finished' },
    repeatAfterDays: 90,
  }),
  template('ideaReaction', { kind: 'reaction' }),
  template('whichIdea', { kind: 'comparison', form: { options: ['a', 'b'] } }),
  template('cancelReason', {
    kind: 'single_choice',
    form: { options: [...cancelReasonOptions] },
    texts: cancelReasonTexts,
    trigger: { delayMs: 0, event: 'Subscription cancelled' },
    priority: 80,
  }),
  template('onboarding7', {
    kind: 'ces',
    texts: asTexts(gettingStarted),
    targeting: { firstSeenDays: { from: 7, to: 13 } },
  }),
  template('onboarding30', {
    kind: 'csat',
    texts: asTexts(firstMonth),
    targeting: { firstSeenDays: { from: 30, to: 44 } },
  }),
  template('onboarding90', { kind: 'nps', targeting: { firstSeenDays: { from: 90, to: 119 } } }),
  template('pulse', { kind: 'csat', texts: asTexts(howWeDevelop), repeatAfterDays: 365 }),
]

/** One of each kind with nothing said yet. */
export const blanks: Template[] = surveyKinds.map((kind: SurveyKind) => ({
  id: `blank-${kind}`,
  name: text.responses.kinds[kind],
  line: words.blank[kind],
  definition: definition({
    name: text.responses.kinds[kind],
    kind,
    form: hasOptions(kind) ? { options: ['a', 'b'] } : {},
  }),
}))
