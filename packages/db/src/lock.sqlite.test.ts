import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { loadSqlite, sqliteLibrary } from './library.sqlite.ts'
import { openSqliteStore } from './store.sqlite.ts'
import { makeTestPlace } from './testing.ts'

const busy = { code: 'SQLITE_BUSY' }

it('lets nobody open a file twice, until it is closed', async () => {
  const { place, remove } = await makeTestPlace('sqlite')
  const store = await openSqliteStore(place)

  await expect(openSqliteStore(place)).rejects.toMatchObject(busy)
  await store.ping() // the one that has it goes on
  await store.close()

  await (await openSqliteStore(place)).close()
  await remove()
})

it('leaves the file open to readers and backups', async () => {
  const { place, remove } = await makeTestPlace('sqlite')
  const store = await openSqliteStore(place)
  const Sqlite = await loadSqlite()

  const reader = new Sqlite(place, { readonly: true })
  await reader.backup(`${place}.copy`)
  reader.close()

  await (await openSqliteStore(`${place}.copy`)).close()
  await store.close()
  await remove()
})

it('is left by a process that is killed', async () => {
  const { place, remove } = await makeTestPlace('sqlite')
  const hold = `
    import Sqlite from '${import.meta.resolve(sqliteLibrary)}'
    globalThis.lock = new Sqlite(process.argv[1]).exec('begin exclusive')
    console.log('held')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '--eval', hold, `${place}.lock`])
  await once(other.stdout, 'data')

  await expect(openSqliteStore(place)).rejects.toMatchObject(busy)
  other.kill('SIGKILL')
  await once(other, 'exit')

  await (await openSqliteStore(place)).close()
  await remove()
})
