import { createArea } from '../areas/create-area.ts'
import { createArticle } from '../articles/create-article.ts'
import { createMember } from '../members/create-member.ts'
import type { MemberRow } from '../members/members.queries.ts'
import { saveSegment } from '../segments/save-segment.ts'
import { content } from './content.ts'
import { dayMs, depsAt, type Making } from './making.ts'

export type HelpCentre = { areaIds: Map<string, string>; areaOf: Map<string, string>; articleIds: Map<string, string> }

/** The areas, an article for every intent, and some of them in further languages. */
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
  const areaIdOf = new Map(content.articles.map(({ slug, area }) => [slug, helpCentre.areaIds.get(area) ?? null]))
  for (const translation of content.translations) {
    await createArticle(start, making.workspaceId, { ...translation, areaId: areaIdOf.get(translation.slug) ?? null })
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

const segments = [
  { name: 'Over €100 a month, six months or longer', segment: 'spend:10000..;tenure:180..' },
  { name: 'Large and unhappy', segment: 'plan:enterprise,scale;nps:0..6@180d' },
  { name: 'New, and not here for two weeks', segment: 'tenure:..89;seen:14d..' },
]

/** Filters that a product manager would have kept. */
export const addSegments = async (making: Making): Promise<void> => {
  for (const segment of segments) await saveSegment(making.deps, making.workspaceId, segment)
}
