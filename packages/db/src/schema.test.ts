import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { postgresColumns } from './columns.postgres.ts'
import * as exportedPostgres from './schema.postgres.ts'
import * as exportedSqlite from './schema.sqlite.ts'
import { allTables, directoryTables } from './tables/index.ts'

const tables = allTables(postgresColumns)
const configs = Object.values(tables)
  .filter((table) => is(table, PgTable))
  .map((table) => getTableConfig(table))

describe('the schema', () => {
  it('is exported whole for drizzle-kit, for both stores', () => {
    expect(Object.keys(exportedPostgres).sort()).toEqual(Object.keys(tables).sort())
    expect(Object.keys(exportedSqlite).sort()).toEqual(Object.keys(tables).sort())
  })

  it.each(
    configs.filter(({ name }) => !directoryTables.includes(name)).map((config) => [config.name, config] as const),
  )(
    'begins every key and index of %s with the workspace, so that it can be sharded',
    (_name, { primaryKeys, indexes }) => {
      const firstColumns = [
        ...primaryKeys.map(({ columns }) => columns[0]?.name),
        ...indexes.map(({ config }) => {
          const [first] = config.columns
          return first && 'name' in first ? first.name : undefined
        }),
      ]
      expect(primaryKeys).toHaveLength(1)
      expect(new Set(firstColumns)).toEqual(new Set(['workspaceId']))
    },
  )

  it.each(['sqlite', 'postgres'])(
    'has migrations that are up to date (%s)',
    (store) => {
      const root = join(import.meta.dirname, '..')
      const copy = mkdtempSync(join(tmpdir(), 'heed-migrations-'))
      try {
        cpSync(join(root, 'migrations', store), copy, { recursive: true })
        const before = readdirSync(copy).length
        const output = execFileSync(
          join(root, 'node_modules', '.bin', 'drizzle-kit'),
          [
            'generate',
            '--dialect',
            store === 'sqlite' ? 'sqlite' : 'postgresql',
            '--schema',
            `src/schema.${store}.ts`,
            '--out',
            relative(root, copy), // drizzle-kit takes an absolute path for a relative one
            '--casing',
            'snake_case',
          ],
          { cwd: root, stdio: 'pipe', encoding: 'utf8' },
        )
        expect(output).toContain('No schema changes')
        expect(readdirSync(copy)).toHaveLength(before)
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
    },
    30_000,
  )
})
