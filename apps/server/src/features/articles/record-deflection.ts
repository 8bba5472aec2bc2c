import type { NewDeflection } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import { scopeOf } from '../segments/scope.ts'
import { endRequest } from '../suggestions/end-request.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findPublishedArticle, insertDeflection } from './articles.queries.ts'
import { mayRead } from './readable-by.ts'

/** "This solved it": keeps a request that ended with an article. @throws Problem article_not_found */
export async function recordDeflection(
  deps: Deps,
  workspace: WorkspaceRow,
  visitor: Visitor,
  deflectionId: string,
  deflection: NewDeflection,
) {
  const { workspaceId } = visitor
  const at = new Date(deps.now().getTime() - deflection.ageMs)
  await deps.store.write(async (tx) => {
    const article = await findPublishedArticle(tx, workspaceId, deflection.articleId)
    if (!article || !(await mayRead(tx, scopeOf(workspace, deps.now()), article, visitor.hash)))
      throw problem('article_not_found')
    const customer = await visitingCustomer(tx, deps, visitor)
    const inserted = await insertDeflection(tx, {
      workspaceId,
      id: deflectionId,
      articleId: article.id,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      text: deflection.text,
      page: deflection.page ?? null,
      requestId: deflection.requestId ?? null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
    })
    // Sent twice it is said once, and may have been taken back since.
    if (inserted.length === 0) return
    await endRequest(
      tx,
      deps,
      { workspaceId, visitorHash: visitor.hash, requestId: deflection.requestId },
      { outcome: 'solved', targetId: article.id },
    )
  })
  deps.suggesters.look(workspaceId)
  return { id: deflectionId }
}
