import type { RequestKind, Suggestion, SuggestionQuery } from '@heed/contracts'
import { standardHelp } from '@heed/contracts'
import type { DocumentKind, Suggestion as Found } from '@heed/suggest'
import type { Deps } from '../../deps.ts'
import { findArticlesById } from '../articles/articles.queries.ts'
import { describeArticle } from '../help-centre/text-of.ts'
import { toBoardIdea } from '../ideas/idea-views.ts'
import { findOnBoard } from '../ideas/ideas.queries.ts'
import { findVisitor } from '../people/people.queries.ts'
import { scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { beginRequest, keepOffered } from './keep-request.ts'
import { firstReadable, listReadable, mostShown, type Reader, readerOf } from './readable-suggestions.ts'
import { solvedOn } from './solved-on-pages.ts'

/** Of these, some may not be there any more. */
const mostAsked = 8
/** Enough to tell what it is about; a pasted log would only cost time. */
const charactersRead = 500

type Asking = Omit<SuggestionQuery, 'kind'> & { kind: RequestKind }
type Asker = { workspace: WorkspaceRow; visitorHash: string | undefined; signedPersonId: string | null }
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
  const reader = readerOf(deps.store.read, scopeOf(workspace, deps.now()), visitorHash)
  const offers = await (isTyped ? asked : onPage)(deps, workspace, reader, query)
  const items = await present(deps, asker, reader, offers)
  if (begun?.request && isTyped) await keepOffered(deps, begun.request, query, items.map(idOf))
  return isHidden ? [] : items
}

const idOf = (item: Suggestion): string => (item.kind === 'idea' ? item.ideaId : item.articleId)

async function asked(
  { suggesters }: Deps,
  { id, help }: WorkspaceRow,
  reader: Reader,
  { text, locale }: Pick<Asking, 'text' | 'locale'>,
): Promise<Offer[]> {
  const { suggester, documents } = await suggesters.of(id)
  const answersTo = suggester.prepare(text.slice(0, charactersRead), {
    limit: mostAsked,
    kinds: kindsOf(help ?? standardHelp),
    ...(locale ? { locale } : {}),
  })
  const found = await firstReadable(reader, documents, answersTo)
  return found.filter(({ confident }) => confident)
}

const kindsOf = ({ suggestIdeas, suggestKnownIssues }: { suggestIdeas: boolean; suggestKnownIssues: boolean }) => [
  'article' as const,
  ...(suggestIdeas ? ['idea' as const] : []),
  ...(suggestKnownIssues ? ['issue' as const] : []),
]

/** In the reader's language, where there is anything in it. */
async function onPage(deps: Deps, workspace: WorkspaceRow, reader: Reader, { page, locale }: Asking): Promise<Offer[]> {
  if (!page) return []
  const { documents, solvedOnPages } = await deps.suggesters.of(workspace.id)
  const kinds: readonly DocumentKind[] = kindsOf(workspace.help ?? standardHelp)
  const solved = solvedOn(solvedOnPages, page.url).filter(({ documentId }) => {
    const document = documents.get(documentId)
    return document && kinds.includes(document.kind)
  })
  const isOwn = (id: string) => languageOf(documents.get(id)?.locale) === languageOf(locale)
  const first = await firstReadable(reader, documents, (mayShow) => {
    const readable = solved.filter(({ documentId }) => mayShow(documentId))
    const own = readable.filter(({ documentId }) => isOwn(documentId))
    return (own.length > 0 ? own : readable).slice(0, mostAsked)
  })
  const articles = await findArticlesById(
    deps.store.read,
    workspace.id,
    first.map(({ documentId }) => documentId),
  )
  const described = new Map(articles.map((article) => [article.id, describeArticle(article)]))
  const fitting = await asked(deps, workspace, reader, { text: page.title ?? '', locale })
  return [
    ...first.map(({ documentId, requests }) => ({
      documentId,
      excerpt: described.get(documentId) ?? '',
      why: { kind: 'solved' as const, requests },
    })),
    ...fitting.filter((offer) => !first.some(({ documentId }) => documentId === offer.documentId)),
  ]
}

const languageOf = (locale: string | undefined) => locale?.split('-')[0]?.toLowerCase()

/** What is shown of each; without what is not there, open or for this person any more. */
async function present(deps: Deps, asker: Asker, reader: Reader, offers: Offer[]): Promise<Suggestion[]> {
  const { workspace, visitorHash, signedPersonId } = asker
  const { read } = deps.store
  const { documents } = await deps.suggesters.of(workspace.id)
  const ofArticles = offers.filter(({ documentId }) => documents.get(documentId)?.kind !== 'idea')
  const readable = await listReadable(
    read,
    workspace.id,
    reader,
    ofArticles.map(({ documentId }) => documentId),
  )
  // Only ideas tell apart who voted for them.
  const visitor =
    visitorHash && ofArticles.length < offers.length ? await findVisitor(read, workspace.id, visitorHash) : undefined
  const personId = visitor?.person.id ?? ''
  const voter = { workspaceId: workspace.id, personId, hash: visitorHash ?? '', signedPersonId }
  const items: Suggestion[] = []
  for (const { documentId, excerpt, why } of offers) {
    if (items.length === mostShown) break
    const document = documents.get(documentId)
    if (!document) continue
    const shown = { title: document.title, excerpt, locale: document.locale, why }
    if (document.kind !== 'idea') {
      const kind = document.kind === 'issue' ? 'known_issue' : 'article'
      if (readable.has(documentId)) items.push({ kind, articleId: documentId, ...shown })
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
