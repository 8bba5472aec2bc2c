import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgresStore, openSqliteStore } from '@heed/db'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { explain } from './explain.ts'

const failure = async (opening: Promise<unknown>) => {
  try {
    await opening
  } catch (error) {
    return explain(error)
  }
  throw new Error('it opened')
}

const postgresAt = (change: (url: URL) => void) => {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return url.href
}

/** One line, and no stack below it. */
const line = (pattern: RegExp) => expect.stringMatching(new RegExp(`^${pattern.source}$`))

describe('a server that cannot start', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heed-explain-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('says that PostgreSQL cannot be reached', async () => {
    const nowhere = postgresAt((url) => {
      url.port = '1'
    })

    expect(await failure(openPostgresStore(nowhere))).toEqual(
      line(/PostgreSQL cannot be reached \(.*ECONNREFUSED.*\): .*HEED_DATABASE_URL\./),
    )
  })

  it('says that PostgreSQL does not have the database', async () => {
    const missing = postgresAt((url) => {
      url.pathname = '/no_such_database'
    })

    expect(await failure(openPostgresStore(missing))).toEqual(
      line(/PostgreSQL refuses the connection \(database "no_such_database" does not exist\): .*/),
    )
  })

  it('says that the file is no database', async () => {
    const file = join(folder, 'text.sqlite')
    await writeFile(file, 'not a database, but long enough to have a header of its own'.repeat(20))

    expect(await failure(openSqliteStore(file))).toEqual(
      line(/heed\.sqlite in the data folder is no database \(.*\): .*/),
    )
  })

  it.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db', /PostgreSQL cannot be reached \(getaddrinfo ENOTFOUND db\): .*/],
    ['ECONNREFUSED', '', /PostgreSQL cannot be reached \(ECONNREFUSED\): .*/],
    [
      '28P01',
      'password authentication failed for user "heed"',
      /PostgreSQL refuses the connection \(password .*\): .*/,
    ],
    ['SQLITE_BUSY', 'database is locked', /heed\.sqlite in the data folder is held by another process \(.*\): .*/],
    ['SQLITE_BUSY_RECOVERY', 'database is locked', /heed\.sqlite in the data folder is held .*/],
    ['SQLITE_MISSING', 'better-sqlite3-12 does not load', /better-sqlite3-12 does not load: delete node_modules .*/],
    ['EADDRINUSE', 'listen EADDRINUSE: address already in use', /listen EADDRINUSE.*set PORT to another one\./],
  ])('explains %s, also where drizzle wrapped it', (code, message, expected) => {
    const cause = Object.assign(new Error(message), { code })

    expect(explain(cause)).toEqual(line(expected))
    expect(explain(new Error('Failed query: select 1', { cause }))).toEqual(line(expected))
  })

  it('shows anything else whole', () => {
    expect(explain(new TypeError('our own fault'))).toMatch(/^TypeError: our own fault\n\s+at /)
    expect(explain('a text')).toBe('a text')
  })
})
