import { IdeaState, NewIdea, NewVote } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import { z } from 'zod'
import { createMail } from '../../mail/mail.ts'
import { castVote } from '../ideas/cast-vote.ts'
import { changeIdea } from '../ideas/change-idea.ts'
import { fileIdea } from '../ideas/file-idea.ts'
import { mergeIdea } from '../ideas/merge-idea.ts'
import type { MemberRow } from '../members/members.queries.ts'
import ideas from './content/ideas.json' with { type: 'json' }
import type { SampleAccount, SamplePerson } from './customers.ts'
import { dayMs, depsAt, type Making, visitorOf } from './making.ts'
import { seededRandom } from './random.ts'
import type { SampleEvent } from './timeline.ts'
import { atWork } from './voices.ts'

const Days = z.int().min(1)
/** Which share of a plan's people votes for it, once they know of it. */
const Share = z.number().min(0).max(1)

/**
 * Wishes of the sample; `changedDaysAgo` is when the idea came into its state, `answer` what its voters were told, and
 * `reasons` what some of them said.
 * `spokenOf` are words of tickets and answers that are linked to it, `reason` why members voted for some of these people.
 */
export const sampleIdeas = z
  .array(
    z.strictObject({
      ...NewIdea.pick({ title: true, body: true }).shape,
      state: IdeaState,
      filedDaysAgo: Days,
      changedDaysAgo: Days.optional(),
      appeal: z.strictObject({ starter: Share, growth: Share, scale: Share, enterprise: Share }),
      answer: z.string().optional(),
      reasons: z.array(NewVote.shape.reason.unwrap()).default([]),
      reason: z.string().optional(),
      spokenOf: z.strictObject({ tickets: z.string().optional(), comments: z.string().optional() }).optional(),
      mergedInto: z.string().optional(),
      mergedDaysAgo: Days.optional(),
    }),
  )
  .parse(ideas)
type SampleIdea = (typeof sampleIdeas)[number]
type Customer = { account: SampleAccount; person: SamplePerson }

const seed = 815
/** Few say why. */
const reasonShare = 0.12

/** Ids of the sample's ideas by their titles, made for the moment at which each was filed. */
export const sampleIdeaIds = ({ now }: Pick<Making, 'now'>): Map<string, string> =>
  new Map(sampleIdeas.map(({ title, filedDaysAgo }) => [title, newId('idea', now.getTime() - filedDaysAgo * dayMs)]))

/**
 * Ideas with their votes, and what members made of them. Its numbers are its own, so that what else is in the sample does
 * not depend on it.
 */
export const wishes = (
  making: Making,
  accounts: SampleAccount[],
  agents: Pick<MemberRow, 'id'>[],
  ideaIds: ReadonlyMap<string, string>,
): SampleEvent[] => {
  const own = { ...making, random: seededRandom(seed) }
  const people = accounts.flatMap((account) => account.people.map((person) => ({ account, person })))
  return sampleIdeas.flatMap((idea) => wish(own, people, idea, agents[0]?.id ?? '', ideaIds))
}

const wish = (
  making: Making,
  people: Customer[],
  idea: SampleIdea,
  memberId: string,
  ideaIds: ReadonlyMap<string, string>,
): SampleEvent[] => {
  const { random, now, workspaceId } = making
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  const filedAt = atWork(random, daysAgo(idea.filedDaysAgo))
  const changedAt = idea.changedDaysAgo ? atWork(random, daysAgo(idea.changedDaysAgo)) : undefined
  const willing = people.filter(({ account }) => random.chance(idea.appeal[account.plan]))
  // Everybody joins two days before they speak, and the idea is there a day before a vote for it: within a day the
  // accounts go side by side.
  const early = people.filter(
    ({ account, person }) => idea.appeal[account.plan] > 0 && person.since < daysAgo(idea.filedDaysAgo + 2),
  )
  if (early.length === 0) return []
  const author = random.pick(early)
  const ideaId = ideaIds.get(idea.title) ?? ''
  const isTaking = idea.state !== 'shipped' && idea.state !== 'closed'
  const votesEnd = (isTaking || !changedAt ? now : changedAt).getTime() - dayMs

  const votes = willing
    .filter((customer) => customer !== author)
    .flatMap(({ account, person }) => {
      const begin = Math.max(filedAt.getTime() + dayMs, person.since.getTime() + 2 * dayMs)
      if (begin > votesEnd) return []
      const at = atWork(random, new Date(begin + (votesEnd - begin) * random.next() ** 1.4))
      const reason = idea.reasons.length > 0 && random.chance(reasonShare) ? random.pick(idea.reasons) : undefined
      return step(making, account, at, (deps) =>
        castVote(deps, visitorOf(making, person), ideaId, { voted: true, reason, ageMs: 0 }),
      )
    })
  const byMember = (at: Date | undefined, run: (deps: Making['deps'], at: Date) => Promise<unknown>): SampleEvent[] =>
    at ? [step(making, author.account, at, (deps) => run(deps, at))] : []
  return [
    step(making, author.account, filedAt, (deps) =>
      fileIdea(deps, visitorOf(making, author.person), ideaId, {
        title: idea.title,
        ...(idea.body ? { body: idea.body } : {}),
        locale: 'en',
        ageMs: 0,
      }),
    ),
    ...votes,
    ...byMember(changedAt, (deps, at) =>
      changeIdea(
        // Nobody is at these addresses.
        { ...deps, mail: createMail() },
        { workspaceId, memberId, now: at },
        ideaId,
        { state: idea.state, answer: idea.answer },
      ),
    ),
    ...byMember(idea.mergedDaysAgo === undefined ? undefined : daysAgo(idea.mergedDaysAgo), (deps, at) =>
      mergeIdea(deps, { workspaceId, now: at }, ideaId, ideaIds.get(idea.mergedInto ?? '') ?? ''),
    ),
  ]
}

const step = (
  making: Making,
  { claim }: SampleAccount,
  at: Date,
  run: (deps: Making['deps']) => Promise<unknown>,
): SampleEvent => ({ at, lane: claim.accountId, run: () => run(depsAt(making, at)) })
