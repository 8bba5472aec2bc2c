import type { KnownEvidence } from './evidence.queries.ts'

/** How many requests each article solved, by the path of the page that they were made on. */
export type SolvedOnPages = Map<string, Map<string, number>>

/** A page is known by its path: what is behind it names a visit, what is before it where the app runs. */
function pathOf(url: string): string | undefined {
  const base = 'http://page.invalid'
  if (!URL.canParse(url, base)) return undefined
  return new URL(url, base).pathname.replace(/\/+$/, '') || '/'
}

/** Counts one more request. */
export function countSolved(pages: SolvedOnPages, { page, documentId, solved }: KnownEvidence): void {
  const path = page && solved ? pathOf(page.url) : undefined
  if (path === undefined || documentId === null) return
  const counts = pages.get(path) ?? new Map<string, number>()
  pages.set(path, counts.set(documentId, (counts.get(documentId) ?? 0) + 1))
}

/** Articles that solved requests on a page, those with most first. */
export function solvedOn(pages: SolvedOnPages, url: string): { articleId: string; requests: number }[] {
  const counts = pages.get(pathOf(url) ?? '') ?? new Map<string, number>()
  return [...counts]
    .map(([articleId, requests]) => ({ articleId, requests }))
    .sort((a, b) => b.requests - a.requests || (a.articleId < b.articleId ? -1 : 1))
}
