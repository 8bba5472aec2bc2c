import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'server bench',
    include: ['bench/**/*.bench.ts'],
    ...(process.env.HEED_BENCH_STORE === 'postgres' && { globalSetup: ['../../packages/db/src/testing-postgres.ts'] }),
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
