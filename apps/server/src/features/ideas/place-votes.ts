import type { VoteRow } from './votes.queries.ts'

type Placed = Pick<VoteRow, 'personId' | 'ideaId' | 'fromIdeaId' | 'createdAt'>

/** The idea that a vote was given to, wherever it lies since. */
export const givenTo = ({ ideaId, fromIdeaId }: Placed): string => fromIdeaId ?? ideaId

/**
 * Where the votes of ideas lie that are all the same as one: that of each person which came first with the one, where it
 * counts; the others with the ideas that are not shown. None is lost, so that whichever of these ideas stands by itself
 * again gets back what was given to it.
 * @param votes all that were given to these ideas
 * @returns the same ones, in their places
 */
export function placeVotes<Vote extends Placed>(votes: readonly Vote[], ideaId: string): Vote[] {
  const ofPerson = new Map<string, Vote[]>()
  for (const vote of votes) ofPerson.set(vote.personId, [...(ofPerson.get(vote.personId) ?? []), vote])
  return [...ofPerson.values()].flatMap((theirs) => placeOf(onePerIdea(theirs.toSorted(inOrder)), ideaId))
}

const placeOf = <Vote extends Placed>([first, ...others]: Vote[], ideaId: string): Vote[] => {
  if (!first) return []
  // The place that the first one leaves is free for the vote that was given to the idea itself.
  const left = givenTo(first)
  return [
    lyingWith(first, ideaId),
    ...others.map((vote) => lyingWith(vote, givenTo(vote) === ideaId ? left : givenTo(vote))),
  ]
}

const lyingWith = <Vote extends Placed>(vote: Vote, ideaId: string): Vote => {
  const home = givenTo(vote)
  return { ...vote, ideaId, fromIdeaId: home === ideaId ? null : home }
}

/** Two people who turned out to be one may both have voted for the same idea: that is one vote. */
const onePerIdea = <Vote extends Placed>(inOrder: Vote[]): Vote[] => {
  const seen = new Set<string>()
  return inOrder.filter((vote) => {
    const home = givenTo(vote)
    if (seen.has(home)) return false
    seen.add(home)
    return true
  })
}

const inOrder = (a: Placed, b: Placed) =>
  a.createdAt.getTime() - b.createdAt.getTime() || (givenTo(a) < givenTo(b) ? -1 : 1)
