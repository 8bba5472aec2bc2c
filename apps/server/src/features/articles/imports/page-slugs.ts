import { freeSlug, slugOf } from '../slug-of.ts'
import { type ImportPage, versionsByKey } from './import-page.ts'

/** What is known of an article that is there already. */
export type KnownPlace = { slug: string; locale: string; externalId: string | null }

/** The slug of each page by external id, and whether it is the one that the page would have alone. */
export type PageSlugs = Map<string, { slug: string; isOwn: boolean }>

/**
 * Gives every page its slug. Versions of one page share it; a page that was imported before keeps the one it has here,
 * unless its file names another; two pages of one name are told apart by their folders.
 */
export function slugPages(pages: ImportPage[], known: KnownPlace[]): PageSlugs {
  const byExternalId = new Map(known.map((place) => [place.externalId, place]))
  const groups = versionsByKey(pages)
  const wanted = new Map(
    [...groups].map(([key, versions]) => {
      const named = versions.find(({ slug }) => slug !== null)?.slug
      const before = versions.map(({ externalId }) => byExternalId.get(externalId)?.slug).find(Boolean)
      return [key, { named: named ? slugOf(named) : undefined, before, from: versions[0]?.slugFrom ?? key }] as const
    }),
  )
  const pagesOf = new Map<string, number>()
  for (const { named, from } of wanted.values()) {
    const base = named ?? slugOf(from)
    pagesOf.set(base, (pagesOf.get(base) ?? 0) + 1)
  }

  const ids = new Set(pages.map(({ externalId }) => externalId))
  // Articles of other origin keep theirs; those of this file that come later keep what they have here.
  const taken = new Set(known.filter(({ externalId }) => !externalId || !ids.has(externalId)).map(({ slug }) => slug))
  for (const { before, named } of wanted.values()) if (before && !named) taken.add(before)

  const slugs: PageSlugs = new Map()
  for (const [key, versions] of groups) {
    const { named, before, from } = wanted.get(key) ?? { named: undefined, before: undefined, from: key }
    const base = named ?? slugOf(from)
    const own = (pagesOf.get(base) ?? 0) > 1 ? slugOf(key.replaceAll('/', ' ')) : base
    const slug = before && (!named || before === named) ? before : freeSlug(own, (candidate) => taken.has(candidate))
    taken.add(slug)
    for (const { externalId } of versions) slugs.set(externalId, { slug, isOwn: before !== undefined || slug === own })
  }
  return slugs
}
