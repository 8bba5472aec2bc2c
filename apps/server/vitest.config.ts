import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/testing-postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
