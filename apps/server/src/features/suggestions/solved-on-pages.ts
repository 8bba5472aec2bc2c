import type { KnownEvidence } from './evidence.queries.ts'

/** Whose requests each article solved, by the path of the page that they were made on. Those of nobody known count as one's. */
export type SolvedOnPages = Map<string, Map<string, Set<string | null>>>

/** A page is known by its path: what is behind it names a visit, what is before it where the app runs. */
function pathOf(url: string): string | undefined {
  const base = 'http://page.invalid'
  if (!URL.canParse(url, base)) return undefined
  return new URL(url, base).pathname.replace(/\/+$/, '') || '/'
}

/** Counts one more request; only once of each person, so that none decides by sending many what others are offered. */
export function countSolved(pages: SolvedOnPages, { page, documentId, solved, personId }: KnownEvidence): void {
  const path = page && solved ? pathOf(page.url) : undefined
  if (path === undefined || documentId === null) return
  const articles = pages.get(path) ?? new Map<string, Set<string | null>>()
  pages.set(path, articles.set(documentId, (articles.get(documentId) ?? new Set()).add(personId)))
}

/** A person who was counted turned out to be another: they are one. */
export function moveSolved(pages: SolvedOnPages, from: string, to: string): void {
  for (const articles of pages.values()) {
    for (const people of articles.values()) if (people.delete(from)) people.add(to)
  }
}

/** Articles that solved requests on a page, those that did so for most people first; one request of each counts. */
export function solvedOn(pages: SolvedOnPages, url: string): { documentId: string; requests: number }[] {
  const articles = pages.get(pathOf(url) ?? '') ?? new Map<string, Set<string | null>>()
  return [...articles]
    .map(([documentId, people]) => ({ documentId, requests: people.size }))
    .sort((a, b) => b.requests - a.requests || (a.documentId < b.documentId ? -1 : 1))
}
