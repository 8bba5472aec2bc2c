import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } }, // vitest waits one second, a busy machine is slower
    retry: 1, // a browser on a busy machine; the totals name whatever needed it
    maxWorkers: Math.ceil(availableParallelism() * 1.5), // a browser waits as often as it works
    sequence: { groupOrder: 1 }, // after all others: browsers need the cores
  },
})
