import { IdeaState, NewIdea } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import { z } from 'zod'
import { castVote } from '../ideas/cast-vote.ts'
import { changeIdeaState } from '../ideas/change-idea-state.ts'
import { fileIdea } from '../ideas/file-idea.ts'
import ideas from './content/ideas.json' with { type: 'json' }
import type { SampleAccount, SamplePerson } from './customers.ts'
import { dayMs, depsAt, type Making, visitorOf } from './making.ts'
import { seededRandom } from './random.ts'
import type { SampleEvent } from './timeline.ts'
import { atWork } from './voices.ts'

const Days = z.int().min(1)
/** Which share of a plan's people votes for it, once they know of it. */
const Share = z.number().min(0).max(1)

/** Wishes of the sample; `changedDaysAgo` is when the idea came into its state. */
export const sampleIdeas = z
  .array(
    z.strictObject({
      ...NewIdea.pick({ title: true, body: true }).shape,
      state: IdeaState,
      filedDaysAgo: Days,
      changedDaysAgo: Days.optional(),
      appeal: z.strictObject({ starter: Share, growth: Share, scale: Share, enterprise: Share }),
    }),
  )
  .parse(ideas)
type SampleIdea = (typeof sampleIdeas)[number]
type Customer = { account: SampleAccount; person: SamplePerson }

const seed = 815

/** Ideas with their votes. Its numbers are its own, so that what else is in the sample does not depend on it. */
export const wishes = (making: Making, accounts: SampleAccount[]): SampleEvent[] => {
  const own = { ...making, random: seededRandom(seed) }
  const people = accounts.flatMap((account) => account.people.map((person) => ({ account, person })))
  return sampleIdeas.flatMap((idea) => wish(own, people, idea))
}

const wish = (making: Making, people: Customer[], idea: SampleIdea): SampleEvent[] => {
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
  const ideaId = newId('idea', filedAt.getTime())
  const isTaking = idea.state !== 'shipped' && idea.state !== 'closed'
  const votesEnd = (isTaking || !changedAt ? now : changedAt).getTime() - dayMs

  const votes = willing
    .filter((customer) => customer !== author)
    .flatMap(({ account, person }) => {
      const begin = Math.max(filedAt.getTime() + dayMs, person.since.getTime() + 2 * dayMs)
      if (begin > votesEnd) return []
      const at = atWork(random, new Date(begin + (votesEnd - begin) * random.next() ** 1.4))
      return step(making, account, at, (deps) =>
        castVote(deps, visitorOf(making, person), ideaId, { voted: true, ageMs: 0 }),
      )
    })
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
    ...(changedAt
      ? [
          step(making, author.account, changedAt, () =>
            changeIdeaState(
              making.deps,
              { workspaceId, currency: 'EUR', unverifiedValues: 'ignore', now: changedAt },
              ideaId,
              idea.state,
            ),
          ),
        ]
      : []),
  ]
}

const step = (
  making: Making,
  { claim }: SampleAccount,
  at: Date,
  run: (deps: Making['deps']) => Promise<unknown>,
): SampleEvent => ({ at, lane: claim.accountId, run: () => run(depsAt(making, at)) })
