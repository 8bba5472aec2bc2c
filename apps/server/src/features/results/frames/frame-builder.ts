import type { Traits } from '@heed/contracts'
import { type ColumnBuilder, columnBuilder } from './column-builder.ts'
import { idHash } from './id-hash.ts'
import { type Column, packColumn, packMoments, type Value } from './packed-column.ts'

/** A row to be packed: an answer, or a showing, which says nothing but how it ended. */
export type PackedRow = {
  at: number
  personId: string
  /** The host's own id of the account. */
  account: string | null
  plan: string | null
  spend: number | null
  tenure: number | null
  trust: string
  version: number
  traits: Traits
  score?: number | null
  choices?: string[] | null
  locale?: string | null
  state?: ShowingState
}

/** How a showing ended, as bits: 1 closed without an answer, 2 by "ask me later". */
export type ShowingState = 0 | 1 | 2 | 3

export const traitColumn = (name: string) => `trait.${name}`

const mostTraits = 200
/** Letters of a trait's different values, and of those of all traits. */
const longestTrait = 1_000_000
const longestTraits = 8_000_000

export type BuiltFrame = {
  rows: number
  traits: string[]
  complete: boolean
  columns: { name: string; bytes: Buffer }[]
}
type Before = { moments: Float64Array; columns: Map<string, Column>; traits: string[]; complete: boolean }

/**
 * Packs rows in the order of their moments. A trait whose values are too many or too long to be worth a column has none.
 * @param before a frame to go on from
 */
export function frameBuilder(before?: Before) {
  const moments: number[] = before ? Array.from(before.moments) : []
  const columns = new Map<string, ColumnBuilder>()
  for (const [name, column] of before?.columns ?? []) columns.set(name, columnBuilder(column))
  const traits = new Map(
    before?.traits.map((name) => [name, columns.get(traitColumn(name)) ?? columnBuilder()] as const),
  )
  const leftOut = new Set<string>()
  let complete = before?.complete ?? true

  const put = (name: string, value: Value) => {
    let column = columns.get(name)
    if (!column) {
      column = columnBuilder()
      columns.set(name, column)
    }
    column.add(value)
  }

  const leaveOut = (name: string) => {
    traits.delete(name)
    columns.delete(traitColumn(name))
    leftOut.add(name)
    complete = false
  }

  const putTrait = (name: string, value: Value) => {
    let column = traits.get(name)
    if (!column) {
      // Of a frame that left some out, it is not known which.
      if (leftOut.has(name) || !complete) return
      if (traits.size >= mostTraits) return leaveOut(name)
      column = columnBuilder()
      column.fillTo(moments.length - 1)
      traits.set(name, column)
      columns.set(traitColumn(name), column)
    }
    const lengthBefore = column.textLength
    column.add(value)
    if (column.textLength === lengthBefore) return
    const whole = [...traits.values()].reduce((total, one) => total + one.textLength, 0)
    if (column.textLength > longestTrait || whole > longestTraits) leaveOut(name)
  }

  return {
    add(row: PackedRow) {
      moments.push(row.at)
      put('person', idHash(row.personId))
      put('account', row.account === null ? null : idHash(row.account))
      put('plan', row.plan)
      put('spend', row.spend)
      put('tenure', row.tenure)
      put('trust', row.trust)
      put('version', row.version)
      if (row.state !== undefined) put('state', row.state)
      else {
        put('score', row.score ?? null)
        put('choices', row.choices ?? null)
        put('locale', row.locale ?? null)
      }
      for (const [name, value] of Object.entries(row.traits)) putTrait(name, value)
      for (const column of traits.values()) column.fillTo(moments.length)
    },
    get rows() {
      return moments.length
    },
    build: (): BuiltFrame => ({
      rows: moments.length,
      traits: [...traits.keys()],
      complete,
      columns: [
        { name: 'at', bytes: packMoments(Float64Array.from(moments)) },
        ...[...columns].map(([name, builder]) => ({ name, bytes: packColumn(builder.column()) })),
      ],
    }),
  }
}
