import { proposeSpendCuts } from '@heed/stats'
import { expect, it } from 'vitest'
import { planWave } from './plan-wave.ts'

const cellOf = (spendMinor: number, people: number) => ({ plan: null, tenureDays: null, spendMinor, people })

it('proposes of very many people the bands that all of them would give, however rare some amounts are', () => {
  const cells = [
    ...Array.from({ length: 30_000 }, (_, i) => cellOf(500_000 + 10 * i, 1)),
    ...[3_000, 1_000, 2_000].map((spendMinor) => cellOf(spendMinor, 100_000)),
  ]
  const everybody = cells.flatMap(({ spendMinor, people }) => Array<number>(people).fill(spendMinor))

  const { spendCutsMinor } = planWave(
    cells,
    { mode: 'target', answers: 400, days: 30, by: ['spend'] },
    { kind: 'nps', responseRate: 0.2 },
  )

  expect(spendCutsMinor).toEqual([2_000, 3_000])
  expect(spendCutsMinor).toEqual(proposeSpendCuts(everybody))
})
