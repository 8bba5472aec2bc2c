import { openSqliteStore } from '@heed/db'
import { loadSqlite } from '@heed/db/sqlite-library'

const Sqlite = await loadSqlite()

export const peopleCount = 1_000_000
const accountCount = 100_000
const dayMs = 86_400_000

/** The same numbers each time: a multiplicative generator is even enough to fill tables with. */
const numbers = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/**
 * A million people in a hundred thousand accounts, a third of whom did something lately, in a store of real migrations,
 * without statistics: a server that never was at rest has none.
 */
export async function fillMillion(file: string, workspaceId: string, now: Date): Promise<void> {
  await (await openSqliteStore(file)).close()
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  const next = numbers(4747)
  const pick = <T>(values: readonly T[]): T | undefined => values[next(values.length)]
  const insert = (table: string, columns: string[]) =>
    database.prepare(
      `insert into ${table} (workspace_id, ${columns.join(', ')}) values ('${workspaceId}', ${columns.map(() => '?').join(', ')})`,
    )
  const account = insert(
    'accounts',
    [
      'id, external_id, trust, name, plan, spend_minor, currency, reporting_spend_minor, seats, traits, sources, customer_since, created_at, updated_at',
    ].flatMap((list) => list.split(', ')),
  )
  const person = insert(
    'people',
    'id, user_id, trust, account_id, name, email, locale, traits, sources, customer_since, last_seen_at, created_at, updated_at'.split(
      ', ',
    ),
  )
  const happening = insert('events', 'id, kind, name, person_id, properties, rest, at, created_at'.split(', '))
  const id = (kind: string, n: number) => `${kind}_${n.toString(36).padStart(21, '0')}`
  const industries = ['Retail', 'Energy', 'Health', 'Education', 'Logistics']
  database.transaction(() => {
    for (let i = 0; i < accountCount; i++) {
      const spend = 1_900 + next(500_000)
      const since = now.getTime() - next(1_000) * dayMs
      const traits = JSON.stringify({ industry: pick(industries), country: pick(['DE', 'FR', 'LT', 'US']) })
      const plan = pick(['starter', 'growth', 'scale', 'enterprise'])
      account.run(
        id('acc', i),
        `a${i}`,
        'verified',
        `Company ${next(1e9)}`,
        plan,
        spend,
        'EUR',
        spend,
        next(100),
        traits,
        '{}',
        since,
        since,
        since,
      )
    }
  })()
  database.transaction(() => {
    for (let i = 0; i < peopleCount; i++) {
      const since = now.getTime() - next(1_000) * dayMs
      const traits = JSON.stringify({ role: pick(['admin', 'member', 'finance']), logins: next(500) })
      const seen = now.getTime() - next(200) * dayMs
      const accountId = id('acc', next(accountCount))
      person.run(
        id('ppl', i),
        `u${i}`,
        'verified',
        accountId,
        `Person ${next(1e9)}`,
        `u${i}@mail.example`,
        'en',
        traits,
        '{}',
        since,
        seen,
        since,
        since,
      )
      if (i % 3 === 0)
        happening.run(
          id('evt', i),
          'track',
          pick(['Invoice sent', 'Card ordered', 'Payment sent']),
          id('ppl', i),
          '{}',
          '{}',
          seen,
          seen,
        )
    }
  })()
  database.close()
}
