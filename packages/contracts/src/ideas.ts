import { z } from 'zod'
import { IdeaId } from './ids.ts'
import { AgeMs } from './responses.ts'

export const IdeaState = z.enum(['open', 'planned', 'in_progress', 'shipped', 'closed'])
export type IdeaState = z.infer<typeof IdeaState>

/** A feature wish as the widget files it, under a client-made id. Its author's vote comes with it. */
export const NewIdea = z.strictObject({
  title: z.string().trim().min(1, 'must not be empty').max(120),
  body: z.string().trim().max(5000).optional(),
  locale: z.string().max(35).optional(),
  ageMs: AgeMs,
})
export type NewIdea = z.infer<typeof NewIdea>

/** The visitor's vote as it shall be; said twice it is the same vote. */
export const NewVote = z.strictObject({
  voted: z.boolean(),
  reason: z.string().trim().max(300).optional().describe('One sentence why'),
  ageMs: AgeMs,
})
export type NewVote = z.infer<typeof NewVote>

/** An idea as every visitor may see it: nothing of who had it. */
export const BoardIdea = z.object({
  id: IdeaId,
  title: z.string(),
  body: z.string().nullable(),
  state: IdeaState,
  votes: z.int().describe('People'),
  voted: z.boolean().describe('Whether this visitor voted for it'),
  createdAt: z.iso.datetime(),
})
export type BoardIdea = z.infer<typeof BoardIdea>
/** Most votes first; shipped and closed ideas last. */
export const IdeaBoard = z.object({ items: z.array(BoardIdea) })
export type IdeaBoard = z.infer<typeof IdeaBoard>

/** An idea as members see it: whose revenue waits for it. */
export const IdeaItem = BoardIdea.omit({ voted: true }).extend({
  accounts: z.int().describe('Accounts with at least one vote'),
  spendMinor: z.int().describe("Their recurring revenue a month in the workspace's currency, each account once"),
})
export type IdeaItem = z.infer<typeof IdeaItem>
export const IdeaList = z.object({ items: z.array(IdeaItem) })
export type IdeaList = z.infer<typeof IdeaList>

/** How the list of ideas is sorted: the largest figure first, shipped and closed ideas last all the same. */
export const IdeaSort = z.enum(['votes', 'accounts', 'spend'])
export type IdeaSort = z.infer<typeof IdeaSort>
export const IdeaQuery = z.object({ sort: IdeaSort.default('votes') })
export type IdeaQuery = z.infer<typeof IdeaQuery>

export const IdeaPatch = z.strictObject({ state: IdeaState })
export type IdeaPatch = z.infer<typeof IdeaPatch>

export const ideaProblems = {
  idea_not_found: [404, 'There is no such idea in this workspace.'],
  idea_settled: [409, 'This idea is shipped or closed, so it takes no more votes.'],
} as const
