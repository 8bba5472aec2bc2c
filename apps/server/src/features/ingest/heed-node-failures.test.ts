import { setImmediate } from 'node:timers/promises'
import { createHeed, type HeedFault } from '@heed/node'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { networkFaults, networkTo } from '../../testing/host-server.ts'

const scenario = fc.record({
  /** How many turns of the event loop the host lets pass after each thing it says. */
  turns: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 12 }),
  /** What becomes of the first requests; null: nothing happens to it. */
  failing: fc.array(fc.option(fc.constantFrom(...networkFaults)), { maxLength: 5 }),
  flushAt: fc.integer({ min: 1, max: 5 }),
})

describeOnBothStores('@heed/node over a network that fails', (heed) => {
  beforeEach(() => {
    // One moment for all, in which the order alone says what is newer; and the shortest pauses.
    vi.useFakeTimers({ now: heed.clock.now(), toFake: ['Date'] })
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  it('loses nothing, doubles nothing, and the newest word counts', { timeout: 60_000 }, async () => {
    const { workspaceId, keys } = await heed.workspace()
    const { db, tables } = heed.store.read
    const { events, accounts } = tables

    const runs = fc.sample(scenario, 30).map(async ({ turns, failing, flushAt }, run) => {
      const network = networkTo(heed, failing)
      const faults: HeedFault[] = []
      const host = createHeed({
        secretKey: keys.secret,
        host: 'https://heed.example.com',
        fetch: network.fetch,
        flushAt,
        onError: (fault) => faults.push(fault),
      })
      for (const [index, turn] of turns.entries()) {
        host.group({ userId: `u${run}`, groupId: `g${run}`, traits: { seats: index } })
        host.track({ userId: `u${run}`, event: `Said ${run}`, messageId: `m${run}.${index}` })
        for (let passed = 0; passed < turn; passed += 1) await setImmediate()
      }
      const left = await host.close({ timeoutMs: 50_000 })

      const stored = await db
        .select({ messageId: events.messageId })
        .from(events)
        .where(and(eq(events.workspaceId, workspaceId), eq(events.name, `Said ${run}`)))
      const [account] = await db
        .select({ seats: accounts.seats })
        .from(accounts)
        .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.externalId, `g${run}`)))
      const told = JSON.stringify({ turns, failing, flushAt })
      expect(left, told).toEqual([])
      expect(stored.map(({ messageId }) => messageId).sort(), told).toEqual(
        turns.map((_, index) => `m${run}.${index}`).sort(),
      )
      expect(account, told).toEqual({ seats: turns.length - 1 })
      expect(faults.filter(({ code }) => code !== 'unreachable')).toEqual([])
      return network.requests()
    })

    const requests = await Promise.all(runs)
    expect(Math.max(...requests)).toBeGreaterThan(1)
  })
})
