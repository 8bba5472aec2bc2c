import { expect, it, vi } from 'vitest'
import { loadSqlite, sqliteLibrary } from './library.sqlite.ts'

it('says so before a file is opened where the library was not compiled', async () => {
  vi.doMock(sqliteLibrary, () => ({
    default: class {
      constructor() {
        throw new Error('Could not locate the bindings file.')
      }
    },
  }))

  await expect(loadSqlite()).rejects.toMatchObject({
    code: 'SQLITE_MISSING',
    message: `${sqliteLibrary} does not load`,
  })
})
