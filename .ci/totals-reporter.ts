import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with which rooms and stores ran, and with its totals alone on the last line. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const rooms = new Map<string, number>()
    const stores = new Set<string>()
    let passed = 0
    let failed = unhandledErrors.length
    let skipped = 0
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) failed += 1
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
        else skipped += 1
        rooms.set(module.project.name, (rooms.get(module.project.name) ?? 0) + 1)
        const store = /\((sqlite|postgres)\)/.exec(test.fullName)?.[1]
        if (store && state === 'passed') stores.add(store)
      }
    }
    const write = (line: string) => process.stdout.write(`${line}\n`)
    write(`Rooms: ${[...rooms].map(([room, tests]) => `${room} ${tests}`).join(' · ')}`)
    write(`Stores: ${[...stores].sort().join(', ') || 'none'}`)
    // A test that did not run counts as a failure here: nothing is skipped in silence.
    if (skipped > 0) write(`Not run: ${skipped}`)
    write(`${passed} passed, ${failed + skipped} failed`)
    if (skipped > 0) process.exitCode = 1
  }
}
