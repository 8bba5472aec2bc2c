import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenTo, placeVotes } from './place-votes.ts'

type Vote = { personId: string; ideaId: string; fromIdeaId: string | null; createdAt: Date }

const ideas = ['a', 'b', 'c', 'd'] as const
/** One vote a person and idea, each where it was given. */
const Votes = fc
  .uniqueArray(
    fc.record({
      personId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
      ideaId: fc.constantFrom(...ideas),
      at: fc.integer({ min: 0, max: 6 }),
    }),
    { selector: ({ personId, ideaId }) => `${personId} ${ideaId}`, maxLength: 20 },
  )
  .map((votes) => votes.map(({ at, ...vote }): Vote => ({ ...vote, fromIdeaId: null, createdAt: new Date(at) })))

const sorted = (votes: Vote[]) =>
  votes.map(({ personId, ideaId, fromIdeaId }) => `${personId} ${ideaId} ${fromIdeaId}`).toSorted()

describe('votes of ideas that are the same', () => {
  it('count once a person, with the first that was given', () => {
    fc.assert(
      fc.property(Votes, fc.constantFrom(...ideas), (votes, standing) => {
        const placed = placeVotes(votes, standing)

        const counting = placed.filter(({ ideaId }) => ideaId === standing)
        expect(counting.map(({ personId }) => personId).toSorted()).toEqual(
          [...new Set(votes.map(({ personId }) => personId))].toSorted(),
        )
        for (const vote of counting) {
          const theirs = votes.filter(({ personId }) => personId === vote.personId)
          expect(Math.min(...theirs.map(({ createdAt }) => createdAt.getTime()))).toBe(vote.createdAt.getTime())
        }
      }),
    )
  })

  it('lie in a place each, and none is lost', () => {
    fc.assert(
      fc.property(Votes, fc.constantFrom(...ideas), (votes, standing) => {
        const placed = placeVotes(votes, standing)

        expect(new Set(placed.map(({ personId, ideaId }) => `${personId} ${ideaId}`)).size).toBe(votes.length)
        expect(sorted(placed.map((vote) => ({ ...vote, ideaId: givenTo(vote), fromIdeaId: null })))).toEqual(
          sorted(votes),
        )
      }),
    )
  })

  it('lie where they were given once each idea stands by itself, whatever was merged in between', () => {
    fc.assert(
      fc.property(Votes, fc.array(fc.constantFrom(...ideas), { maxLength: 5 }), (votes, merges) => {
        const merged = merges.reduce((placed, standing) => placeVotes(placed, standing), votes)

        const apart = ideas.flatMap((ideaId) =>
          placeVotes(
            merged.filter((vote) => givenTo(vote) === ideaId),
            ideaId,
          ),
        )
        expect(sorted(apart)).toEqual(sorted(votes))
      }),
    )
  })

  it('are one where two people who both gave it turned out to be one', () => {
    const vote = { personId: 'p1', createdAt: new Date(1) }

    const placed = placeVotes<Vote>(
      [
        { ...vote, ideaId: 'a', fromIdeaId: 'b' },
        { ...vote, ideaId: 'b', fromIdeaId: null, createdAt: new Date(2) },
      ],
      'b',
    )

    expect(placed).toEqual([{ ...vote, ideaId: 'b', fromIdeaId: null }])
  })
})
