import { describe, expect, it } from 'vitest'
import { articleTable } from './article-table.ts'

const article = (id: string) => ({ id, title: id, locale: 'en', state: 'published' as const })
const request = { offered: ['a', 'b'], read: ['a'], notHelped: [], outcome: null, targetId: null, filed: false }
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one)
const none = new Map<string, number>()

describe('what articles did', () => {
  it('is counted by request, those that solved most first, without those nobody came across', () => {
    const requests = [
      request,
      { ...request, outcome: 'solved' as const, targetId: 'a' },
      { ...request, read: ['a', 'b'], notHelped: ['b'], filed: true },
    ]

    const table = articleTable([article('b'), article('a'), article('unknown')], {
      requests,
      solved: new Map([['a', 2]]),
      closedWith: new Map([['b', 1]]),
    })

    expect(table).toMatchObject([
      { articleId: 'a', offered: 3, read: 3, solved: 2, closedWith: 0, notHelped: 0, filedAnyway: 1, stale: null },
      { articleId: 'b', offered: 3, read: 1, solved: 0, closedWith: 1, notHelped: 1, filedAnyway: 1, stale: null },
    ])
  })

  it('tells of an article that is read often and helps rarely, with why', () => {
    const helped = { ...request, outcome: 'solved' as const, targetId: 'a' }
    const staleness = (failures: number, successes: number) =>
      articleTable([article('a')], {
        requests: [...times(failures, { ...request, filed: true }), ...times(successes, helped), ...times(50, request)],
        solved: none,
        closedWith: none,
      })[0]?.stale

    expect(staleness(18, 2)).toMatchObject({ readings: 20, helped: 2, share: { share: 0.1 } })
    expect(staleness(9, 0)).toBeNull()
    expect(staleness(10, 10)).toBeNull()
  })
})
