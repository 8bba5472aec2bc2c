import type { Traits } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'

/** Plan, spend, tenure and traits as of the moment; on every row that a customer makes. */
export const snapshotColumns = (c: Columns) => ({
  plan: c.text(),
  spendMinor: c.bigInt(),
  currency: c.text(),
  tenureDays: c.int(),
  traits: c.json<Traits>().notNull(),
  trust: c.oneOf(['verified', 'unverified']).notNull(),
})
