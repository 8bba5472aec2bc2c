import { z } from 'zod'
import { AreaId, IdeaAnswerId, IdeaId, MemberId, RequestId, ResponseId, TicketId } from './ids.ts'
import { PageQuery, pageOf } from './pages.ts'
import { AccountSummary, PersonSummary } from './people.ts'
import { AgeMs } from './responses.ts'
import { SpendMinor } from './spend.ts'
import { Snapshot } from './traits.ts'

export const IdeaState = z.enum(['open', 'planned', 'in_progress', 'shipped', 'closed'])
export type IdeaState = z.infer<typeof IdeaState>

const Title = z.string().trim().min(1, 'must not be empty').max(120)
const Body = z.string().trim().max(5000)
const Reason = z.string().trim().max(300).describe('One sentence why')

/** A feature wish as the widget files it, under a client-made id. Its author's vote comes with it. */
export const NewIdea = z.strictObject({
  title: Title,
  body: Body.optional(),
  locale: z.string().max(35).optional(),
  ageMs: AgeMs,
})
export type NewIdea = z.infer<typeof NewIdea>

/** The visitor's vote as it shall be; said twice it is the same vote. */
export const NewVote = z.strictObject({
  voted: z.boolean(),
  reason: Reason.optional(),
  requestId: RequestId.optional().describe('The request that ends with it'),
  ageMs: AgeMs,
})
export type NewVote = z.infer<typeof NewVote>

/** What became of an idea, as its voters are told. */
export const BoardAnswer = z.object({
  state: IdeaState,
  body: z.string().nullable().describe('null: the new state says it all'),
  createdAt: z.iso.datetime(),
  unread: z.boolean().describe('Whether this visitor voted and has not looked since'),
})
export type BoardAnswer = z.infer<typeof BoardAnswer>

/** An idea as every visitor may see it: nothing of who had it. */
export const BoardIdea = z.object({
  id: IdeaId,
  title: z.string(),
  body: z.string().nullable(),
  state: IdeaState,
  votes: z.int().describe('People'),
  voted: z.boolean().describe('Whether this visitor voted for it'),
  answer: BoardAnswer.nullable().describe('The newest one'),
  createdAt: z.iso.datetime(),
})
export type BoardIdea = z.infer<typeof BoardIdea>
/** Most votes first; shipped and closed ideas last. */
export const IdeaBoard = z.object({ items: z.array(BoardIdea) })
export type IdeaBoard = z.infer<typeof IdeaBoard>

/** An idea as members see it: whose revenue waits for it. */
export const IdeaItem = BoardIdea.omit({ voted: true, answer: true }).extend({
  accounts: z.int().describe('Accounts with at least one vote'),
  spendMinor: SpendMinor.describe("Their recurring revenue a month in the workspace's currency, each account once"),
  balancedMinor: SpendMinor.describe('The same with no account above the share that one may weigh; see docs/ideas.md'),
  area: z.object({ id: AreaId, name: z.string() }).nullable(),
})
export type IdeaItem = z.infer<typeof IdeaItem>

/** The most that one account may weigh in the balanced score of an idea, as a share of it. */
const AccountShare = z.number().min(0.01).max(1)
/** Until a workspace says otherwise. */
export const standardAccountShare = 0.1
export const IdeaSettings = z.strictObject({ accountShare: AccountShare })
export type IdeaSettings = z.infer<typeof IdeaSettings>

export const IdeaList = z.object({
  items: z.array(IdeaItem),
  states: z.record(IdeaState, z.int()).describe('How many ideas there are in each state, whatever `state` asks for'),
  accountShare: AccountShare,
})
export type IdeaList = z.infer<typeof IdeaList>

/** How the list of ideas is sorted: the largest figure first, shipped and closed ideas last all the same. */
export const IdeaSort = z.enum(['votes', 'accounts', 'spend', 'balanced'])
export type IdeaSort = z.infer<typeof IdeaSort>
export const IdeaQuery = z.object({
  sort: IdeaSort.default('votes'),
  state: IdeaState.optional(),
  areaId: AreaId.optional(),
  search: z.string().trim().max(200).optional().describe('Words that title or text hold'),
})
export type IdeaQuery = z.infer<typeof IdeaQuery>

/** An idea that a member writes down; nobody has voted for it. */
export const MemberIdea = z.strictObject({
  title: Title,
  body: Body.optional(),
  areaId: AreaId.nullable().default(null),
})
export type MemberIdea = z.infer<typeof MemberIdea>

const basedOn = z.iso
  .datetime()
  .optional()
  .describe('`updatedAt` of the idea as it was read; another one means that somebody else was first')

export const IdeaPatch = z.strictObject({
  title: Title.optional(),
  body: Body.nullable().optional(),
  areaId: AreaId.nullable().optional(),
  state: IdeaState.optional().describe('A change is told to every voter'),
  answer: z.string().trim().max(2000).optional().describe('What the voters are told with it'),
  basedOn: basedOn.describe('Of a new state: `updatedAt` of the idea as it was read; changed since, nothing is stored'),
})
export type IdeaPatch = z.infer<typeof IdeaPatch>

/** Which idea it is the same as. */
export const IdeaMerge = z.strictObject({ intoId: IdeaId })
export type IdeaMerge = z.infer<typeof IdeaMerge>

/** As which state a member removes an idea. */
export const IdeaRemoval = z.strictObject({ basedOn })

export const IdeaTitle = z.object({ id: IdeaId, title: z.string(), state: IdeaState })
export type IdeaTitle = z.infer<typeof IdeaTitle>

const ByMember = z.object({ id: MemberId, name: z.string() })

/** What the voters were told, and by whom. */
export const IdeaAnswer = z.object({
  id: IdeaAnswerId,
  state: IdeaState,
  body: z.string().nullable(),
  member: ByMember.nullable(),
  createdAt: z.iso.datetime(),
})
export type IdeaAnswer = z.infer<typeof IdeaAnswer>

/** An answer of a survey, or a ticket, that speaks of an idea. */
export const IdeaLink = z.object({
  targetId: z.union([ResponseId, TicketId]),
  words: z.string().describe('What the customer said; empty: a score alone'),
  number: z.int().nullable().describe('Of a ticket'),
  person: PersonSummary,
  createdAt: z.iso.datetime(),
})
export type IdeaLink = z.infer<typeof IdeaLink>

/** An idea with what belongs to it. */
export const IdeaDetail = IdeaItem.extend({
  updatedAt: z.iso.datetime().describe('When a member changed it last, or what is merged into it; votes do not count'),
  author: PersonSummary.nullable().describe('null: a member wrote it down'),
  merged: z
    .array(IdeaTitle.extend({ votes: z.int().describe('That came with it, of people who had none here') }))
    .describe('Ideas that are the same as this one'),
  answers: z.array(IdeaAnswer).describe('Newest first'),
  links: z.array(IdeaLink).describe('Newest first'),
  reach: z
    .object({ widget: z.int(), mail: z.int() })
    .describe('How many of its voters are told of an answer in the widget, and by mail'),
})
export type IdeaDetail = z.infer<typeof IdeaDetail>

/** Somebody's vote, with what they were when they gave it. */
export const IdeaVote = z.object({
  person: PersonSummary,
  account: AccountSummary.nullable(),
  snapshot: Snapshot,
  reason: z.string().nullable(),
  member: ByMember.nullable().describe('Who cast it for them; null: they did'),
  ticketId: TicketId.nullable().describe('The ticket that it was cast from'),
  from: IdeaTitle.nullable().describe('The idea that it was given to, where that was merged into this one'),
  createdAt: z.iso.datetime(),
})
export type IdeaVote = z.infer<typeof IdeaVote>
export const IdeaVotePage = pageOf(IdeaVote)
export type IdeaVotePage = z.infer<typeof IdeaVotePage>
export const IdeaVoteQuery = PageQuery

/** A vote that a member casts for a person. */
export const MemberVote = z.strictObject({ reason: Reason.optional(), ticketId: TicketId.optional() })
export type MemberVote = z.infer<typeof MemberVote>

/** The votes with one value: a plan, or a band as `90..179`; null: not known. */
const VotePart = z.object({
  value: z.string().nullable(),
  segment: z.string().nullable().describe('The condition that picks them'),
  votes: z.int(),
  accounts: z.int(),
  spendMinor: SpendMinor,
})
export type VotePart = z.infer<typeof VotePart>
export const IdeaSplit = z.object({ plan: z.array(VotePart), tenure: z.array(VotePart), spend: z.array(VotePart) })
export type IdeaSplit = z.infer<typeof IdeaSplit>

export const SimilarIdeasQuery = z.strictObject({
  text: z.string().max(5000),
  locale: z.string().max(35).optional(),
})
export const IdeaTitles = z.object({ items: z.array(IdeaTitle.extend({ votes: z.int() })) })
export type IdeaTitles = z.infer<typeof IdeaTitles>

/** A ticket or an answer of a survey, by its id. */
export const IdeaTargetId = z.union([ResponseId, TicketId])
/** Ideas that a ticket or an answer is linked to, and whether its person voted for each. */
export const TargetIdeas = z.object({
  items: z.array(
    IdeaTitle.extend({
      vote: z.enum(['none', 'person', 'member']).describe('Whether the person voted, or a member for them'),
    }),
  ),
})
export type TargetIdeas = z.infer<typeof TargetIdeas>

export const ideaProblems = {
  idea_not_found: [404, 'There is no such idea in this workspace.'],
  idea_changed: [409, 'Somebody else changed this idea, or what is merged into it, in the meantime. Look at it again.'],
  idea_settled: [409, 'This idea is shipped or closed, so it takes no more votes.'],
  idea_merged: [409, 'These ideas are merged already. Undo that first.'],
  vote_not_found: [404, 'This person has not voted for this idea.'],
  vote_of_person: [409, 'The person gave this vote, so only they can take it back.'],
} as const
