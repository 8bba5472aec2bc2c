import type { GetStarted } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { listMembers } from '../members/members.queries.ts'
import { hasAnswer, hasLaunch, hasPublishedArticle, hasVisitor } from './get-started.queries.ts'
import type { WorkspaceRow } from './workspaces.queries.ts'

/** How far a new workspace has come: what its members see of the way ahead. */
export async function readGetStarted(handle: Handle, workspace: WorkspaceRow): Promise<GetStarted> {
  const [visited, surveyLaunched, answered, articlePublished, members] = await Promise.all([
    hasVisitor(handle, workspace.id),
    hasLaunch(handle, workspace.id),
    hasAnswer(handle, workspace.id),
    hasPublishedArticle(handle, workspace.id),
    listMembers(handle, workspace.id),
  ])
  return {
    visited,
    surveyLaunched,
    answered,
    articlePublished,
    members: members.length,
    claimsCounted: workspace.unverifiedValues === 'use',
  }
}
