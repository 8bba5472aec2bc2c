import type { Traits } from '@heed/contracts'
import type { Columns } from '../columns.postgres.ts'

/** Plan, spend, tenure and traits as of the moment; on every row that a customer makes. */
export const snapshotColumns = (c: Columns) => ({
  plan: c.text(),
  spendMinor: c.bigInt(),
  currency: c.text(),
  /** In the workspace's reporting currency, at the rate of the day; null without a rate. */
  reportingSpendMinor: c.bigInt(),
  tenureDays: c.int(),
  traits: c.json<Traits>().notNull(),
  /** Whether it is certain who spoke. */
  trust: c.oneOf(['verified', 'unverified']).notNull(),
  /** Whether the values above are more than a browser's claim. */
  valuesTrust: c.oneOf(['verified', 'unverified']).notNull().default('unverified'),
})
