import { describe, expect, it } from 'vitest'
import { postStratifiedByPlan, raked, simple } from '../bench/adapter.ts'
import cases from '../testdata/nps-reference.json' with { type: 'json' }

const near = (actual: number | null | undefined, expected: number, tolerance: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(tolerance)

const allNear = (actual: readonly number[] | undefined, expected: readonly number[], tolerance: number) => {
  expect(actual).toHaveLength(expected.length)
  for (const [at, weight] of expected.entries()) near(actual?.[at], weight, tolerance)
}

describe('figures held against R’s survey package', () => {
  it.each(cases)('agree in case $id', ({ base, responses, ...expected }) => {
    const plain = simple(base, responses)
    near(plain.nps, expected.simple.nps, 1e-6)
    near(plain.standardError, expected.simple.standardError, 1e-6)

    const weighted = postStratifiedByPlan(base, responses)
    near(weighted?.nps, expected.postStratifiedByPlan.nps, 1e-6)
    near(weighted?.standardError, expected.postStratifiedByPlan.standardError, 1e-6)
    near(weighted?.kishDesignEffect, expected.postStratifiedByPlan.kishDesignEffect, 1e-6)
    near(weighted?.coveredPopulation, expected.postStratifiedByPlan.coveredPopulation, 1e-6)
    allNear(weighted?.weights, expected.postStratifiedByPlan.weights, 1e-6)
  })

  it.each(cases)('agree after raking in case $id', ({ base, responses, raked: expected }) => {
    const figure = raked(base, responses)

    if (expected === null) return expect(figure).toBeNull()
    near(figure?.nps, expected.nps, 1e-4)
    near(figure?.kishDesignEffect, expected.kishDesignEffect, 1e-4)
    allNear(figure?.weights, expected.weights, 1e-4)
  })
})
