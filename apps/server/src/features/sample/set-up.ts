import { createArea } from '../areas/create-area.ts'
import { createArticle } from '../articles/create-article.ts'
import { createMember } from '../members/create-member.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { content } from './content.ts'
import { dayMs, depsAt, type Making } from './making.ts'
import { waveDays } from './waves.ts'

export type HelpCentre = { areaIds: Map<string, string>; areaOf: Map<string, string>; articleIds: Map<string, string> }

/** The areas, and an article for every intent. */
export const publishArticles = async (making: Making): Promise<HelpCentre> => {
  const start = depsAt(making, new Date(making.now.getTime() - 731 * dayMs))
  const helpCentre: HelpCentre = { areaIds: new Map(), areaOf: new Map(), articleIds: new Map() }
  for (const name of content.areas) helpCentre.areaIds.set(name, await createArea(start, making.workspaceId, name))
  for (const { slug, title, body, area, intent } of content.articles) {
    const areaId = helpCentre.areaIds.get(area) ?? null
    const id = await createArticle(start, making.workspaceId, { slug, locale: 'en', title, body, areaId })
    helpCentre.articleIds.set(intent, id)
    helpCentre.areaOf.set(intent, area)
  }
  return helpCentre
}

/** Who answers. */
export const addAgents = async (making: Making): Promise<MemberRow[]> => {
  const start = depsAt(making, new Date(making.now.getTime() - 730 * dayMs))
  const agents = ['Noor', 'Tomas', 'Ingrid'].map((name) =>
    createMember(start, making.workspaceId, { name, email: `${name}@northbank.example`, role: 'agent' }),
  )
  return Promise.all(agents)
}

export type Surveys = { running: string; ended: string }

/** One that runs, and one that asked newcomers in the first year and has ended. */
export const addSurveys = async (making: Making): Promise<Surveys> => {
  const start = depsAt(making, new Date(making.now.getTime() - 730 * dayMs))
  const common = { kind: 'nps', texts: {}, trigger: { delayMs: 4_000 } } as const
  return {
    ended: await createSurvey(start, making.workspaceId, {
      ...common,
      name: 'NPS of newcomers',
      state: 'ended',
      repeatAfterDays: null,
    }),
    running: await createSurvey(start, making.workspaceId, {
      ...common,
      name: 'Customer NPS',
      state: 'running',
      repeatAfterDays: waveDays,
    }),
  }
}
