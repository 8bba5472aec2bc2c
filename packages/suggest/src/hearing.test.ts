import { expect, it } from 'vitest'
import type { Evidence } from './evidence.ts'
import { createHearing } from './hearing.ts'

const told = (documentId: string, personId: string, over: Partial<Evidence> = {}): Evidence => ({
  text: 'Where is my card?',
  documentId,
  solved: true,
  personId,
  by: 'person',
  at: 1,
  ...over,
})

it('lets a person wait who says otherwise than another, until a third says the same', () => {
  const hear = createHearing()
  const [first, otherwise, same] = [told('art_a', 'ppl_1'), told('art_b', 'ppl_2'), told('art_b', 'ppl_3')]

  expect(hear(first)).toEqual([first])
  expect(hear(otherwise)).toEqual([])
  expect(hear(told('art_b', 'ppl_2'))).toEqual([])
  expect(hear(same)).toHaveLength(3)
})

it('hears whoever changes their mind alone, agrees, or speaks of something else', () => {
  const hear = createHearing()
  const said = [
    told('art_a', 'ppl_1'),
    told('art_b', 'ppl_1'),
    told('art_b', 'ppl_2', { text: 'where is my other card' }),
    told('art_a', 'ppl_2', { solved: false }),
  ]

  for (const one of said) expect(hear(one)).toEqual([one])
})

it('hears members, and with them whoever waited', () => {
  const hear = createHearing()
  hear(told('art_a', 'ppl_1'))
  const waiting = told('art_b', 'ppl_2', { text: 'where is MY card' })
  const ofMember = told('art_b', 'ppl_9', { by: 'member' })

  expect(hear(waiting)).toEqual([])
  expect(hear(ofMember)).toEqual([waiting, ofMember])
})
