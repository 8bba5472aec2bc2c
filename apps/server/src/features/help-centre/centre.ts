import type { Handle } from '@heed/db'
import { listAreas } from '../areas/areas.queries.ts'
import { listPublicArticles, type PublicItem } from '../articles/public-articles.queries.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import type { HelpWords } from './help-words.ts'
import { wordsFor } from './language.ts'

/** A public help centre as its pages need it. */
export type Centre = {
  workspace: WorkspaceRow
  /** `/help/<name>`. */
  base: string
  /** With protocol, without a slash at the end. */
  origin: string
  /** Everything that everyone may read, in all languages. */
  articles: PublicItem[]
  locales: string[]
  areas: { id: string; name: string }[]
}

/** A help centre in one language. */
export type View = Centre & { locale: string; words: HelpWords; lang: string }

export async function readCentre(
  handle: Handle,
  workspace: WorkspaceRow,
  place: Pick<Centre, 'base' | 'origin'>,
): Promise<Centre> {
  const [articles, areas] = await Promise.all([
    listPublicArticles(handle, workspace.id),
    listAreas(handle, workspace.id),
  ])
  const locales = [...new Set(articles.map(({ locale }) => locale))].sort()
  return { workspace, ...place, articles, locales, areas }
}

export const viewOf = (centre: Centre, locale: string): View => ({ ...centre, locale, ...wordsFor(locale) })

export const indexPath = ({ base }: Pick<Centre, 'base'>, locale: string) => `${base}/${locale}`

export const feedPath = ({ base }: Pick<Centre, 'base'>, locale: string) => `${base}/feeds/${locale}`

export const articlePath = (centre: Pick<Centre, 'base'>, { locale, slug }: { locale: string; slug: string }) =>
  `${indexPath(centre, locale)}/${encodeURIComponent(slug)}`

/** Articles of a language by title, by area in the order of the areas' names; those without an area last. */
export const topicsOf = ({ articles, areas, locale, words }: View): { name: string; articles: PublicItem[] }[] => {
  const { compare } = new Intl.Collator(locale)
  const here = articles
    .filter((article) => article.locale === locale)
    .sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id))
  const known = new Set(areas.map(({ id }) => id))
  const topics = areas.map(({ id, name }) => ({ name, articles: here.filter(({ areaId }) => areaId === id) }))
  const others = here.filter(({ areaId }) => areaId === null || !known.has(areaId))
  return [...topics, { name: words.otherTopics, articles: others }].filter((topic) => topic.articles.length > 0)
}
