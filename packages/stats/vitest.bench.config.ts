import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'stats bench', include: ['bench/**/*.bench.ts'], testTimeout: 1_200_000, hookTimeout: 1_200_000 },
})
