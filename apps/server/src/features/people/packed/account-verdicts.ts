import type { NumberTest, SegmentCondition, TextTest } from '@heed/contracts'
import { meetsText, meetsTrait } from '@heed/segments'
import { verdictsOf } from '../../results/frames/loaded-frame.ts'
import type { Column } from '../../results/frames/packed-column.ts'
import { spread } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import type { PackedPeople } from './packed-people.ts'
import type { Bounds } from './value-meets.ts'

/** Which accounts meet a condition that they alone decide (`isOfAccount`), whoever's values count. */
export function accountVerdicts(
  accounts: PackedPeople['accounts'],
  condition: SegmentCondition,
  { now }: Scope,
): Uint8Array {
  const { rows } = accounts
  switch (condition.field) {
    case 'plan': {
      const plan = accounts.plan()
      return spread(plan.codes, textVerdicts(condition.test, plan), rows)
    }
    case 'spend':
      return numbersBetween(accounts.spend, boundsOf(condition.test), rows)
    case 'seats':
      return numbersBetween(accounts.seats, boundsOf(condition.test), rows)
    case 'trait': {
      const column = accounts.traits.column(condition.name, rows)
      if (!column) return new Uint8Array(rows)
      return spread(
        column.codes,
        verdictsOf(column, (value) => meetsTrait(condition.test, value ?? undefined, now)),
        rows,
      )
    }
    default:
      throw new Error('accounts do not decide it alone')
  }
}

export const textVerdicts = (test: TextTest, column: Column) =>
  verdictsOf(column, (value) => meetsText(test, value as string | null))

export const boundsOf = (test: NumberTest): Bounds => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = test.op === 'between' ? test : {}
  return { from, to }
}

function numbersBetween(values: Float64Array, { from, to }: Bounds, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number
    held[row] = value >= from && value <= to ? 1 : 0
  }
  return held
}
