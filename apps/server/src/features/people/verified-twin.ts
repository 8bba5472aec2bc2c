import type { Handle } from '@heed/db'
import { and, type Column, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** To be asked whether it exists: what the host's server said of the same account, of which a browser's claim has a row too. */
export const verifiedTwin = (
  { db, tables }: Handle,
  claimed: { workspaceId: Column | string; externalId: Column | SQL.Aliased<string | null> },
) => {
  const named = alias(tables.accounts, 'named')
  return db
    .select({ one: sql`1` })
    .from(named)
    .where(
      and(
        eq(named.workspaceId, claimed.workspaceId),
        eq(named.externalId, claimed.externalId),
        eq(named.trust, 'verified'),
      ),
    )
}
