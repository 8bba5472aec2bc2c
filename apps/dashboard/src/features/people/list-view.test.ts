import { describe, expect, it } from 'vitest'
import { readColumns, traitOf, writeColumns } from './list-view.ts'

const standard = ['plan', 'spend']
const known = ['plan', 'spend', 'seen']

describe('the columns in an address', () => {
  it('are left out while they are the standard ones, in whatever order', () => {
    expect(writeColumns(['spend', 'plan'], standard)).toBeUndefined()
    expect(readColumns(undefined, standard, known)).toEqual(standard)
  })

  it.each([
    [['seen'], 'seen'],
    [['plan', 'trait.industry'], 'plan,trait.industry'],
    [['trait.Oil, gas & 100%', 'seen'], 'trait.Oil%2C gas & 100%25,seen'],
    [['trait.%2C'], 'trait.%252C'],
    [[], 'none'],
  ])('are read as they were written: %j', (keys, written) => {
    expect(writeColumns(keys, standard)).toBe(written)
    expect(readColumns(written, standard, known)).toEqual(keys)
  })

  it('leave out what is no column, and name each once', () => {
    expect(readColumns('shoe,plan,plan,trait.,trait.a', standard, known)).toEqual(['plan', 'trait.a'])
    expect(traitOf('trait.a.b')).toBe('a.b')
    expect(traitOf('plan')).toBeUndefined()
  })
})
