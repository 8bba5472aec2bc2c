import type { Deps } from '../../deps.ts'
import { arrivals } from './arrivals.ts'
import { sampleAccounts } from './customers.ts'
import { addDoings } from './doings.ts'
import { addHelp } from './help.ts'
import { keepAsks } from './keep-asks.ts'
import type { Making } from './making.ts'
import { seededRandom } from './random.ts'
import { requests } from './requests.ts'
import { addAgents, addSegments, publishArticles } from './set-up.ts'
import { addSurveys } from './surveys.ts'
import { playTimeline } from './timeline.ts'
import { withTraits } from './traits.ts'
import { waves } from './waves.ts'
import { linkWishes } from './wish-links.ts'
import { sampleIdeaIds, wishes } from './wishes.ts'

export type SampleSize = { accounts: number; tickets: number }
export const fullSample: SampleSize = { accounts: 500, tickets: 1500 }

const seed = 4747

/**
 * Fills a workspace with two years of a business bank's customers: people and what they did, prompts, answers, tickets,
 * articles and ideas.
 * Seeded, dated back from now, and made by the actions that the API calls, each with the clock of its own moment.
 * @param onProgress share done, 0 … 1
 */
export async function makeSample(
  deps: Deps,
  workspaceId: string,
  size: SampleSize,
  onProgress: (share: number) => void,
) {
  const now = deps.now()
  const making: Making = { deps, workspaceId, random: seededRandom(seed), now }
  // Drawn apart, so that what was in the sample before stays as it is.
  const apart: Making = { ...making, random: seededRandom(seed + 1) }
  const accounts = sampleAccounts(making.random, now, size.accounts).map((account) =>
    withTraits(apart.random, now, account),
  )
  const helpCentre = await publishArticles(making)
  const agents = await addAgents(making)
  const surveys = await addSurveys(making, agents[0]?.id ?? '')
  await addSegments(making)
  const ideaIds = sampleIdeaIds(making)
  const events = [
    ...accounts.flatMap((account) => arrivals(making, account)),
    ...accounts.flatMap((account) => account.people.flatMap((person) => waves(making, account, person, surveys))),
    ...requests(making, accounts, size.tickets, agents, helpCentre),
    ...wishes(making, accounts, agents, ideaIds),
  ]
  await playTimeline(
    events.filter(({ at }) => at <= now),
    onProgress,
  )
  await linkWishes(making, agents, ideaIds)
  await keepAsks(making)
  await addHelp({ ...making, random: seededRandom(seed + 2) }, helpCentre)
  await addDoings(apart, accounts)
}
