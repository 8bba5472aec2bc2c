import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, getTableColumns, type Table } from 'drizzle-orm'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { loadSqlite } from './library.sqlite.ts'
import { openPostgresStore } from './store.postgres.ts'
import { migrationsFolder, openSqliteStore } from './store.sqlite.ts'
import { makeTestPlace, type StoreName, storeNames } from './testing.ts'

const Sqlite = await loadSqlite()

type Row = Record<string, unknown>

// Under the column names of the first release: what the tables are called today must not matter here.
const at = new Date('2026-03-01T10:00:00.250Z')
const survey: Row = {
  workspace_id: 'w',
  id: 's',
  kind: 'nps',
  name: 'NPS',
  state: 'running',
  texts: { en: { question: 'How likely are you to recommend us?' } },
  trigger: { kind: 'event', event: 'invoice_sent' },
  repeat_after_days: 90,
  created_at: at,
}
const bareAnswer: Row = {
  workspace_id: 'w',
  id: 'bare',
  survey_id: 's',
  person_id: 'p',
  score: 0,
  traits: {},
  trust: 'unverified',
  created_at: at,
  updated_at: at,
}
const fullAnswer: Row = {
  ...bareAnswer,
  id: 'full',
  exposure_id: 'e',
  account_id: 'a',
  score: 9,
  comment: 'Quick, and it’s "ours"',
  page: { path: '/invoices', title: 'Invoices' },
  locale: 'en',
  plan: 'growth',
  spend_minor: 12_900,
  currency: 'USD',
  tenure_days: 120,
  traits: { industry: 'Retail' },
  trust: 'verified',
}
const workspace: Row = {
  id: 'w',
  name: 'Acme',
  currency: 'USD',
  default_locale: 'en',
  accent: '#2f5d8a',
  sample: false,
  first_response_target_ms: 900_000,
  ticket_count: 0,
  created_at: at,
}
const person: Row = {
  workspace_id: 'w',
  id: 'claimed',
  user_id: 'u1',
  trust: 'unverified',
  traits: {},
  created_at: at,
  updated_at: at,
}
const account: Row = {
  workspace_id: 'w',
  id: 'a',
  external_id: 'a1',
  trust: 'verified',
  spend_minor: 12_900,
  currency: 'USD',
  traits: {},
  created_at: at,
  updated_at: at,
}
const tableRows: [string, Row[]][] = [
  ['workspaces', [workspace]],
  ['people', [person, { ...person, id: 'known', trust: 'verified' }, { ...person, id: 'other', user_id: 'u2' }]],
  ['accounts', [account, { ...account, id: 'b', external_id: 'b1', currency: 'EUR' }]],
  ['surveys', [survey]],
  ['responses', [bareAnswer, fullAnswer]],
]

/** Inserts the rows; `run` takes a statement with `$1, $2, …` and what stands for them, JSON as text. */
const insertRows = async (run: (statement: string, values: unknown[]) => unknown) => {
  for (const [table, rows] of tableRows) {
    for (const row of rows) {
      const columns = Object.keys(row)
      const statement = `insert into "${table}" ("${columns.join('", "')}") values (${columns.map((_, i) => `$${i + 1}`)})`
      const toStored = (value: unknown) =>
        typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value
      await run(statement, Object.values(row).map(toStored))
    }
  }
}

/** A folder with the first migration alone. */
const firstMigration = (name: StoreName) => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-first-'))
  cpSync(migrationsFolder(name), folder, { recursive: true })
  const file = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  return folder
}

const fill = {
  sqlite: async (file: string, folder: string) => {
    const database = new Sqlite(file)
    migrateSqlite(drizzleSqlite(database), { migrationsFolder: folder })
    const toStored = (value: unknown) =>
      value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value
    await insertRows((statement, values) =>
      database.prepare(statement.replaceAll(/\$\d+/g, '?')).run(values.map(toStored)),
    )
    database.close()
  },
  postgres: async (url: string, folder: string) => {
    const connection = postgres(url, { max: 1, onnotice: () => undefined })
    await migratePostgres(drizzlePostgres(connection), { migrationsFolder: folder })
    const toStored = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
    await insertRows((statement, values) => connection.unsafe(statement, values.map(toStored) as string[]))
    await connection.end()
  },
}

/** The row as it is read today, with null for all that it did not say. */
const asRead = (table: Table, row: Row) => ({
  ...Object.fromEntries(Object.keys(getTableColumns(table)).map((column) => [column, null])),
  ...Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.replaceAll(/_(.)/g, (_, next) => next.toUpperCase()), value]),
  ),
})

describe.each([...storeNames])('a store of the first release (%s)', (name) => {
  it('keeps surveys and answers when this release opens it, also the second time', async () => {
    const { place, remove } = await makeTestPlace(name)
    const folder = firstMigration(name)
    try {
      await fill[name](place, folder)
      const open = () => (name === 'postgres' ? openPostgresStore(place) : openSqliteStore(place))

      await (await open()).close()
      const store = await open()

      const { surveys, responses, people, accounts } = store.read.tables
      const kept = await store.read.db.select().from(surveys)
      const keptAnswers = await store.read.db.select().from(responses).orderBy(asc(responses.id))
      const keptPeople = await store.read.db.select().from(people).orderBy(asc(people.id))
      const keptAccounts = await store.read.db.select().from(accounts).orderBy(asc(accounts.id))
      await store.close()
      expect(
        keptPeople.map(({ id, verifiedId, lastSeenAt, sources }) => [id, verifiedId, lastSeenAt, sources]),
      ).toEqual([
        ['claimed', 'known', at, {}],
        ['known', null, null, {}],
        ['other', null, at, {}],
      ])
      expect(keptAccounts.map(({ id, reportingSpendMinor }) => [id, reportingSpendMinor])).toEqual([
        ['a', 12_900],
        ['b', null],
      ])
      expect(kept).toEqual([{ ...asRead(surveys, survey), version: 1, priority: 50 }])
      expect(keptAnswers).toEqual([
        { ...asRead(responses, bareAnswer), surveyVersion: 1, valuesTrust: 'unverified' },
        { ...asRead(responses, fullAnswer), surveyVersion: 1, valuesTrust: 'verified', reportingSpendMinor: 12_900 },
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
      await remove()
    }
  }, 60_000)
})
