import { describe, expect, it } from 'vitest'
import { caps, countedEvidence, createAdmission, type Evidence } from './evidence.ts'

const solvedBy = (personId: string | null, over: Partial<Evidence> = {}): Evidence => ({
  text: 'csv dump',
  documentId: 'art_export',
  solved: true,
  personId,
  by: 'person',
  at: 1,
  ...over,
})
const times = (count: number, make: (at: number) => Evidence) => Array.from({ length: count }, (_, at) => make(at))

describe('evidence', () => {
  it('of one person counts three times for a document, the newest', () => {
    const counted = countedEvidence(times(10, (at) => solvedBy('ppl_1', { at })))

    expect(counted.map(({ at }) => at)).toEqual([7, 8, 9])
  })

  it('of one person counts fifty times in all', () => {
    const counted = countedEvidence(times(90, (at) => solvedBy('ppl_1', { documentId: `art_${at}`, at })))

    expect(counted).toHaveLength(caps.perPerson)
  })

  it('of members and of other people is not held back by it', () => {
    const admit = createAdmission()
    for (const evidence of times(10, () => solvedBy('ppl_1'))) admit(evidence)

    expect(admit(solvedBy('ppl_1'))).toBe(false)
    expect(admit(solvedBy('ppl_1', { by: 'member' }))).toBe(true)
    expect(admit(solvedBy('ppl_2'))).toBe(true)
  })

  it('of a document is its newest two hundred', () => {
    const counted = countedEvidence(times(250, (at) => solvedBy(`ppl_${at}`, { at })))

    expect(counted).toHaveLength(caps.perDocument)
    expect(counted[0]?.at).toBe(50)
  })

  it('comes in the same order however it arrived', () => {
    const some = times(20, (at) => solvedBy(`ppl_${at % 4}`, { text: `text ${at}`, at: at % 5 }))

    expect(countedEvidence(some.toReversed())).toEqual(countedEvidence(some))
  })
})
