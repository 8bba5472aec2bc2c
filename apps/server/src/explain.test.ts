import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
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

  it('says that PostgreSQL speaks no TLS', async () => {
    const encrypted = postgresAt((url) => {
      url.searchParams.set('sslmode', 'require')
    })

    expect(await failure(openPostgresStore(encrypted))).toEqual(
      line(/PostgreSQL cannot be reached \(.*\): .*HEED_DATABASE_URL\./),
    )
  })

  it('says that another server has the file, and lets the next one have it', async () => {
    const file = join(folder, 'shared.sqlite')
    const first = await openSqliteStore(file)

    expect(await failure(openSqliteStore(file))).toEqual(
      line(/heed\.sqlite in the data folder is held by another process \(database is locked\): stop .*/),
    )

    await first.close()
    await (await openSqliteStore(file)).close()
  })

  it('says that the data folder is a file, or below one', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')

    for (const dataDir of [file, join(file, 'data')])
      expect(await failure(mkdir(dataDir, { recursive: true }))).toEqual(
        line(/The data folder cannot be used \(E(EXIST|NOTDIR): .*a-file.*\): .*set HEED_DATA_DIR to another one\./),
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
    ['28000', 'no pg_hba.conf entry for host', /PostgreSQL refuses the connection \(no pg_hba.*\): check user .*/],
    ['42501', 'permission denied for schema public', /PostgreSQL does not let Heed make its tables \(.*\): .*/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /PostgreSQL cannot be reached over TLS \(self.*\): .*/],
    ['EADDRNOTAVAIL', 'connect EADDRNOTAVAIL ::1:5432', /PostgreSQL cannot be reached \(connect .*\): .*/],
    ['EADDRNOTAVAIL', 'listen EADDRNOTAVAIL: 10.1.1.1:4747', /listen EADDRNOTAVAIL.*Set HOST to one that it has\./],
    ['EACCES', "EACCES: permission denied, mkdir 'data'", /The data folder cannot be used \(.*\): .*HEED_DATA_DIR .*/],
    ['EACCES', 'listen EACCES: permission denied 0.0.0.0:80', /listen EACCES.*set PORT to one above 1023.*/],
    [
      'ENOENT',
      "ENOENT: no such file or directory, mkdir '/mnt/data'",
      /The data folder cannot be used .*HEED_DATA_DIR .*/,
    ],
    ['EROFS', "EROFS: read-only file system, mkdir 'data'", /The data folder cannot be used .*HEED_DATA_DIR .*/],
    ['SQLITE_CANTOPEN', 'unable to open database file', /The data folder cannot be used .*HEED_DATA_DIR .*/],
    ['SQLITE_READONLY_DIRECTORY', 'attempt to write a readonly', /The data folder cannot be used .*HEED_DATA_DIR .*/],
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
