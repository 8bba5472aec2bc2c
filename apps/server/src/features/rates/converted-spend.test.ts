import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { convertAccounts } from './converted-spend.queries.ts'
import { convertSpend, currencyDigits, minorFactor } from './reporting-spend.ts'

const rate = fc.oneof(
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  // Those that meet a half: where two ways of rounding would differ.
  fc.constantFrom(0.5, 1.5, 0.05, 0.005, 1, 0.1, 1.005, 1.1, 1 / 3, 156.25),
)
const currencies = ['USD', 'EUR', 'JPY', 'KWD', 'CLF']

it('knows how many digits amounts of a currency have', () => {
  expect(currencies.map(currencyDigits)).toEqual([2, 2, 0, 3, 4])
  expect([minorFactor(0.0065, 'JPY', 'USD'), minorFactor(3.25, 'KWD', 'JPY')]).toEqual([0.65, 0.00325])
})

it('rounds half a unit up, and has no figure for what no store can count', () => {
  expect([convertSpend(1, 0.5), convertSpend(1, 0.49), convertSpend(3, 1.5), convertSpend(0, 7)]).toEqual([1, 0, 5, 0])
  expect(convertSpend(1e13, 1e9)).toBeNull()
})

describeOnBothStores('spend converted by the store', (heed) => {
  it('is the same as in JavaScript, to the last unit', async () => {
    const { workspaceId } = await heed.workspace()
    const spends = [0, 1, 2, 3, 5, 49, 50, 101, 1_234_567, 4_503_599_627_371, 9_999_999_999_999, 1e13]
    const now = heed.clock.now()
    await heed.store.write(async ({ db, tables }) => {
      await db.insert(tables.accounts).values(
        [...spends, null].map((spendMinor, i) => ({
          workspaceId,
          id: heed.deps.newId('account'),
          externalId: String(i).padStart(3, '0'),
          trust: 'verified' as const,
          spendMinor,
          currency: 'EUR',
          traits: {},
          createdAt: now,
          updatedAt: now,
        })),
      )
    })
    const converted = async (factor: number) => {
      await heed.store.write((tx) => convertAccounts(tx, workspaceId, 'EUR', factor))
      const { db, tables } = heed.store.read
      const rows = await db
        .select({ value: tables.accounts.reportingSpendMinor })
        .from(tables.accounts)
        .where(eq(tables.accounts.workspaceId, workspaceId))
        .orderBy(asc(tables.accounts.externalId))
      return rows.map(({ value }) => value)
    }

    await fc.assert(
      fc.asyncProperty(rate, fc.constantFrom(...currencies), fc.constantFrom(...currencies), async (each, from, to) => {
        const factor = minorFactor(each, from, to)
        expect(await converted(factor)).toEqual([...spends.map((spend) => convertSpend(spend, factor)), null])
      }),
      { numRuns: 300 },
    )
  })
})
