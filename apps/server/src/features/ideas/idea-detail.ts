import type { IdeaDetail, IdeaLink } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { listMailable } from '../../mail/queue-mail.ts'
import { findCustomer } from '../people/customer-lookups.queries.ts'
import { toPersonSummary } from '../people/summaries.ts'
import type { Scope } from '../segments/scope.ts'
import { listAnswers } from './idea-answers.queries.ts'
import { listLinkedResponses, listLinkedTickets } from './idea-links.queries.ts'
import { findStandingIdea, listMergedInto } from './ideas.queries.ts'
import { readIdeaItem } from './list-ideas.ts'
import { countVotesFrom, countVotesOfBrowsers, listVoters } from './votes.queries.ts'

/**
 * An idea with what belongs to it; of one that was merged, the one that stands.
 * @throws Problem idea_not_found
 */
export async function readIdea(
  { store: { read: handle }, mail }: Pick<Deps, 'store' | 'mail'>,
  scope: Scope,
  ideaId: string,
  accountShare: number,
): Promise<IdeaDetail> {
  const { workspaceId } = scope
  const idea = await findStandingIdea(handle, workspaceId, ideaId)
  if (!idea) throw problem('idea_not_found')
  const merged = await listMergedInto(handle, workspaceId, idea.id)
  const ids = [idea.id, ...merged.map(({ id }) => id)]
  const [item, author, cameWith, answers, links, ofBrowsers, voters] = await Promise.all([
    readIdeaItem(handle, scope, idea.id, accountShare),
    idea.personId ? findCustomer(handle, workspaceId, idea.personId) : undefined,
    countVotesFrom(handle, workspaceId, idea.id),
    listAnswers(handle, workspaceId, ids),
    readLinks(handle, workspaceId, ids),
    countVotesOfBrowsers(handle, workspaceId, idea.id),
    mail.settings ? listVoters(handle, workspaceId, idea.id) : [],
  ])
  const mailable = await listMailable(handle, { mail }, workspaceId, 'idea_answer', voters)
  return {
    ...item,
    updatedAt: idea.updatedAt.toISOString(),
    author: author ? toPersonSummary(author.person) : null,
    merged: merged.map(({ id, title, state }) => ({ id, title, state, votes: cameWith.get(id) ?? 0 })),
    answers: answers.map(({ answer, member }) => ({
      id: answer.id,
      state: answer.state,
      body: answer.body,
      member,
      createdAt: answer.createdAt.toISOString(),
    })),
    links,
    reach: { widget: ofBrowsers, mail: mailable.length },
  }
}

async function readLinks(handle: Handle, workspaceId: string, ideaIds: string[]): Promise<IdeaLink[]> {
  const [tickets, responses] = await Promise.all([
    listLinkedTickets(handle, workspaceId, ideaIds),
    listLinkedResponses(handle, workspaceId, ideaIds),
  ])
  const links = [
    ...tickets.map(({ ticket, person }) => ({
      targetId: ticket.id,
      words: ticket.preview,
      number: ticket.number,
      person: toPersonSummary(person),
      createdAt: ticket.createdAt.toISOString(),
    })),
    ...responses.map(({ response, person }) => ({
      targetId: response.id,
      words: response.comment ?? '',
      number: null,
      person: toPersonSummary(person),
      createdAt: response.createdAt.toISOString(),
    })),
  ].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  // Linked to two ideas that turned out to be the same.
  return links.filter(({ targetId }, at) => links.findIndex((link) => link.targetId === targetId) === at)
}
