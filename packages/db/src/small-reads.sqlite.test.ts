import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSqlite } from './library.sqlite.ts'
import { smallReads } from './small-reads.sqlite.ts'

const Sqlite = await loadSqlite()

let folder = ''
let writer: Database.Database
let other: Database.Database
let small: ReturnType<typeof smallReads>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heed-reads-'))
  ;[writer, other] = [new Sqlite(join(folder, 'a.sqlite')), new Sqlite(join(folder, 'a.sqlite'))]
  writer.pragma('journal_mode = WAL')
  writer.exec('create table words (word text)')
  small = smallReads(writer)
})
afterEach(() => {
  small.end()
  writer.close()
  other.close()
  rmSync(folder, { recursive: true })
})
const count = () => writer.prepare('select count(*) from words').pluck().get()
const add = (database: Database.Database) => database.exec("insert into words values ('one')")

it('shares one transaction among the reads of a turn, and ends it with the turn', async () => {
  expect(small.begin()).toBe(true)
  expect(count()).toBe(0)
  add(other)
  expect(small.begin()).toBe(true)
  expect(count()).toBe(0)

  await nextTurn()

  expect(writer.inTransaction).toBe(false)
  expect(small.begin()).toBe(true)
  expect(count()).toBe(1)
})

it('reads nothing there while something is being written', () => {
  writer.exec('begin immediate')
  add(writer)

  expect(small.begin()).toBe(false)

  writer.exec('commit')
  expect(small.begin()).toBe(true)
  expect(count()).toBe(1)
})

it('makes way for a write in the middle of a turn, and shows it to the reads after it', async () => {
  small.begin()
  count()
  small.end()
  writer.exec('begin immediate')
  add(writer)
  // The end of the turn, and with it of the reads before, ends no write.
  await nextTurn()
  expect(writer.inTransaction).toBe(true)
  writer.exec('commit')

  expect(small.begin()).toBe(true)
  expect(count()).toBe(1)
})
