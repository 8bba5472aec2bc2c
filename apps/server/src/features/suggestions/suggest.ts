import type { RequestKind, Suggestion, SuggestionQuery } from '@heed/contracts'
import { standardHelp } from '@heed/contracts'
import type { DocumentKind, Suggestion as Found, Suggester } from '@heed/suggest'
import type { Deps } from '../../deps.ts'
import { findArticlesById } from '../articles/articles.queries.ts'
import { describeArticle } from '../help-centre/text-of.ts'
import { toBoardIdea } from '../ideas/idea-views.ts'
import { findOnBoard } from '../ideas/ideas.queries.ts'
import { findVisitor } from '../people/people.queries.ts'
import { scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { beginRequest, keepOffered } from './keep-request.ts'
import { onlyReadable } from './readable-suggestions.ts'
import { solvedOn } from './solved-on-pages.ts'

const mostShown = 3
/** Of these, some may not be read by this person, or not be there any more. */
const mostAsked = 8
/** Enough to tell what it is about; a pasted log would only cost time. */
const charactersRead = 500

type Asking = Omit<SuggestionQuery, 'kind'> & { kind: RequestKind }
type Asker = { workspace: WorkspaceRow; visitorHash: string | undefined }
/** An answer without what is shown of it. */
type Offer = Pick<Found, 'documentId' | 'excerpt' | 'why'>

/**
 * What may answer a person, best first, at most three: articles, known issues and ideas in one list; nothing when nothing
 * fits, and nothing for the held-out who ask. Before anything is typed: what solved requests on this page, then what fits
 * its title. Keeps the request, see `beginRequest`.
 */
export async function suggest(deps: Deps, asker: Asker, query: Asking): Promise<Suggestion[]> {
  const { workspace, visitorHash } = asker
  const begun = visitorHash ? await beginRequest(deps, { workspace, visitorHash }, query) : undefined
  const isHidden = begun?.heldOut === true && query.kind === 'asked'
  const isTyped = query.text.trim() !== ''
  if (isHidden && !begun?.request) return []
  const items = await present(deps, asker, isTyped ? await asked(deps, asker, query) : await onPage(deps, asker, query))
  if (begun?.request && isTyped) await keepOffered(deps, begun.request, query, items.map(idOf))
  return isHidden ? [] : items
}

const idOf = (item: Suggestion): string => (item.kind === 'idea' ? item.ideaId : item.articleId)

async function asked({ suggesters }: Deps, { workspace }: Asker, { text, locale }: Asking): Promise<Offer[]> {
  const { suggester } = await suggesters.of(workspace.id)
  return answersTo(suggester, workspace, text, locale)
}

const answersTo = (suggester: Suggester, { help }: WorkspaceRow, text: string, locale: string | undefined): Found[] =>
  suggester.suggest(text.slice(0, charactersRead), {
    limit: mostAsked,
    kinds: kindsOf(help ?? standardHelp),
    ...(locale ? { locale } : {}),
  })

const kindsOf = ({ suggestIdeas, suggestKnownIssues }: { suggestIdeas: boolean; suggestKnownIssues: boolean }) => [
  'article' as const,
  ...(suggestIdeas ? ['idea' as const] : []),
  ...(suggestKnownIssues ? ['issue' as const] : []),
]

/** In the reader's language, where there is anything in it. */
async function onPage({ suggesters, store }: Deps, { workspace }: Asker, { page, locale }: Asking): Promise<Offer[]> {
  if (!page) return []
  const { suggester, documents, solvedOnPages } = await suggesters.of(workspace.id)
  const kinds: readonly DocumentKind[] = kindsOf(workspace.help ?? standardHelp)
  const solved = solvedOn(solvedOnPages, page.url).filter(({ articleId }) => {
    const document = documents.get(articleId)
    return document && kinds.includes(document.kind)
  })
  const isOwn = (id: string) => languageOf(documents.get(id)?.locale) === languageOf(locale)
  const own = solved.filter(({ articleId }) => isOwn(articleId))
  const first = (own.length > 0 ? own : solved).slice(0, mostAsked)
  const articles = await findArticlesById(
    store.read,
    workspace.id,
    first.map(({ articleId }) => articleId),
  )
  const described = new Map(articles.map((article) => [article.id, describeArticle(article)]))
  return [
    ...first.map(({ articleId, requests }) => ({
      documentId: articleId,
      excerpt: described.get(articleId) ?? '',
      why: { kind: 'solved' as const, requests },
    })),
    ...answersTo(suggester, workspace, page.title ?? '', locale).filter(
      ({ documentId }) => !first.some(({ articleId }) => articleId === documentId),
    ),
  ]
}

const languageOf = (locale: string | undefined) => locale?.split('-')[0]?.toLowerCase()

/** What is shown of each; without what this person may not read, and what is not open any more. */
async function present(deps: Deps, asker: Asker, offers: Offer[]): Promise<Suggestion[]> {
  const { workspace, visitorHash } = asker
  const { read } = deps.store
  const { documents } = await deps.suggesters.of(workspace.id)
  const ofArticles = offers.filter(({ documentId }) => documents.get(documentId)?.kind !== 'idea')
  const readable = await onlyReadable(
    read,
    scopeOf(workspace, deps.now()),
    ofArticles.map(({ documentId }) => ({ articleId: documentId })),
    visitorHash,
  )
  const mayRead = new Set(readable.map(({ articleId }) => articleId))
  const personId = visitorHash ? (await findVisitor(read, workspace.id, visitorHash))?.person.id : undefined
  const voter = { workspaceId: workspace.id, personId: personId ?? '', hash: visitorHash ?? '' }
  const items: Suggestion[] = []
  for (const { documentId, excerpt, why } of offers) {
    if (items.length === mostShown) break
    const document = documents.get(documentId)
    if (!document) continue
    const shown = { title: document.title, excerpt, locale: document.locale, why }
    if (document.kind !== 'idea') {
      const kind = document.kind === 'issue' ? 'known_issue' : 'article'
      if (mayRead.has(documentId)) items.push({ kind, articleId: documentId, ...shown })
      continue
    }
    const row = await findOnBoard(read, voter, documentId)
    if (!row || row.idea.mergedIntoId !== null) continue
    const { state, votes, voted } = toBoardIdea(row)
    if (state !== 'shipped' && state !== 'closed')
      items.push({ kind: 'idea', ideaId: documentId, state, votes, voted, ...shown })
  }
  return items
}
