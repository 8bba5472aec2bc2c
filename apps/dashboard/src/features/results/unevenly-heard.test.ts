import { expect, it } from 'vitest'
import { strongest, unevenlyHeard } from './unevenly-heard.ts'

const part = (name: string, base: number, answers: number) => ({ name, base, answers })

it('lets no part stand out by chance of a few answers or an empty base', () => {
  expect(unevenlyHeard([part('a', 50, 53), part('b', 50, 47)])).toEqual({ over: null, under: null })
  expect(unevenlyHeard([part('a', 0, 0), part('b', 0, 0)])).toEqual({ over: null, under: null })
})

it('names of several cuts the parts that are furthest off', () => {
  const plans = unevenlyHeard([part('Growth', 50, 65), part('Starter', 50, 35)])
  const tenures = unevenlyHeard([part('new', 50, 90), part('old', 50, 10)])

  const { over, under } = strongest([plans, tenures])

  expect([plans.over?.name, over?.name, under?.name]).toEqual(['Growth', 'new', 'old'])
})
