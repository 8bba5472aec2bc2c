import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing-postgres.ts'],
    isolate: false, // one worker loads the server once, not for each file: half of the time
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
