import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packedClaims } from './claims.ts'
import { doersOf, isClaimed, lastScoreBetween, noScore, scoreOfValue, timesBetween, valueSaid } from './deed-chains.ts'
import { deedsMeet } from './deeds.ts'
import { packedDeeds } from './packed-deeds.ts'
import { packedPeople } from './packed-people.ts'

const rows = 6
const places = Int32Array.from({ length: rows }, (_, place) => place)
const place = fc.nat(rows - 1)
/** Few deeds, so that many are put again: by somebody else, at another time, with another score. */
const someDeed = fc.record({ hash: fc.integer({ min: 1, max: 8 }), doer: place, at: fc.nat(5), said: fc.nat(23) })
type Deed = { doer: number; at: number; said: number }
/** Who claims to be whom: nobody claims to be one who claims. */
const someClaims = fc.array(
  fc.record({ claim: fc.integer({ min: 3, max: rows - 1 }), known: fc.option(fc.nat(2), { nil: null }) }),
  { maxLength: 6 },
)
const someSpan = fc.record({ after: fc.integer({ min: -1, max: 3 }), upTo: fc.integer({ min: 1, max: 5 }) })
const someBounds = fc.record({ from: fc.nat(3), to: fc.nat(10) })

it('holds whoever did it so often, or gave such a score last, however often deeds and claims change', () => {
  const held = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(someDeed, { maxLength: 30 }),
      someClaims,
      someSpan,
      someBounds,
      someBounds,
      (put, said, span, values, often) => {
        const done = packedDeeds()
        const rowsPut = new Map<number, Deed>()
        for (const { hash, ...deed } of put) {
          done.put(hash, deed.doer, deed.at, deed.said)
          rowsPut.set(hash, deed)
        }
        const claims = packedClaims()
        claims.makeRoom(rows)
        const knownOf = new Map<number, number>()
        for (const { claim, known } of said) {
          if (known === null) {
            claims.withdraw(claim)
            knownOf.delete(claim)
          } else {
            claims.put(claim, known)
            knownOf.set(claim, known)
          }
        }
        const chains = done.chains(rows)

        for (const one of places) {
          if (knownOf.has(one)) continue
          const all = [...rowsPut.values()]
          const ofClaims = all.filter(({ doer, said }) => isClaimed(said) && knownOf.get(doer) === one)
          const theirs = [...all.filter(({ doer }) => doer === one), ...ofClaims]
          const within = theirs.filter(({ at }) => at > span.after && at <= span.upTo)
          const times = within.filter(
            (deed) => valueSaid(deed.said) >= values.from && valueSaid(deed.said) <= values.to,
          )
          const [last] = within
            .filter((deed) => valueSaid(deed.said) !== noScore)
            .sort((a, b) => b.at - a.at || valueSaid(a.said) - valueSaid(b.said))
          const score = last && scoreOfValue(valueSaid(last.said))
          const isOften = times.length >= often.from && times.length <= often.to
          const isScore = score !== undefined && score >= often.from && score <= often.to

          const some = Int32Array.of(one)
          expect([...timesBetween(some, chains, span, values, often, claims)]).toEqual([isOften ? 1 : 0])
          expect([...lastScoreBetween(some, chains, span, often, claims)]).toEqual([isScore ? 1 : 0])
          const doers = [...doersOf(chains, span, values, claims, rows)].filter((doer) => doer === one)
          expect(doers).toEqual(times.length > 0 ? [one] : [])
          held.add(`${isOften} ${isScore} ${ofClaims.length > 0}`)
        }
      },
    ),
    { numRuns: 500, seed: 4747 },
  )
  expect(held.size).toBe(8)
})

it('holds whoever did it also when more was done since the question was put', () => {
  const people = packedPeople()
  const anna = people.placeFor('anna')
  const done = packedDeeds()
  done.put(1, anna, 1, 0)
  const condition = { field: 'event', name: 'login', times: { from: 1 } } as const
  const span = { after: 0, upTo: 5 }
  const meets = deedsMeet(condition, new Map([[condition, { done, span }]]), people)

  for (let hash = 2; hash <= 100; hash++) done.put(hash, anna, 1, 0)

  expect([...meets(Int32Array.of(anna))]).toEqual([1])
})
