import { changeSurvey } from '../surveys/change-survey.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { definitionOf } from '../surveys/survey-definition.ts'
import { getSurvey } from '../surveys/surveys.queries.ts'
import { content } from './content.ts'
import { dayMs, depsAt, type Making, minuteMs } from './making.ts'
import { waveDays } from './waves.ts'

/** Ids of those that the timeline answers, and when the running one got its second version. */
export type Surveys = { running: string; ended: string; changedAt: Date }

/**
 * An NPS survey that runs, in its second version, and one that asked newcomers in the first year and has ended; one of every
 * other kind, which a page calls for; and a draft. The running NPS is the newest, and so the first of every list.
 * @param memberId who changed the running one
 */
export const addSurveys = async (making: Making, memberId: string): Promise<Surveys> => {
  await addCalledSurveys(making)
  await addDraft(making)
  const startedAt = making.now.getTime() - 730 * dayMs
  const ended = await createSurvey(depsAt(making, new Date(startedAt)), making.workspaceId, {
    kind: 'nps',
    name: 'NPS of newcomers',
    state: 'ended',
    trigger: { delayMs: 4_000 },
  })
  const running = await createSurvey(depsAt(making, new Date(startedAt + minuteMs)), making.workspaceId, {
    kind: 'nps',
    name: 'Customer NPS',
    state: 'running',
    trigger: { delayMs: 12_000 },
    repeatAfterDays: waveDays,
  })
  const changedAt = new Date(making.now.getTime() - 210 * dayMs)
  await showSooner(making, running, { memberId, at: changedAt })
  return { running, ended, changedAt }
}

/** What the second version changes. */
const showSooner = async (making: Making, surveyId: string, { memberId, at }: { memberId: string; at: Date }) => {
  const { deps, workspaceId } = making
  const survey = await getSurvey(deps.store.read, workspaceId, surveyId)
  await changeSurvey(depsAt(making, at), { workspace: { id: workspaceId, defaultLocale: 'en' }, memberId }, surveyId, {
    ...definitionOf(survey),
    trigger: { delayMs: 4_000 },
    basedOn: survey.createdAt.toISOString(),
  })
}

const addCalledSurveys = async (making: Making) => {
  const startedAt = making.now.getTime() - 731 * dayMs
  for (const [i, { form, ...survey }] of content.calledSurveys.entries()) {
    await createSurvey(depsAt(making, new Date(startedAt - i * minuteMs)), making.workspaceId, {
      ...survey,
      ...(form && { form }),
      state: 'running',
      trigger: { delayMs: 0, code: true },
    })
  }
}

/** Aimed at large customers of some time, of whom it wants so many answers. */
const addDraft = async (making: Making) => {
  const { form, ...worded } = content.draft
  await createSurvey(depsAt(making, new Date(making.now.getTime() - 732 * dayMs)), making.workspaceId, {
    ...worded,
    ...(form && { form }),
    targeting: { segment: 'spend:10000..;tenure:180..' },
    sampling: { mode: 'target', answers: 80 },
    repeatAfterDays: waveDays,
  })
}
