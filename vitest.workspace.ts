import { defineConfig } from 'vitest/config'

// Vitest 4 no longer reads a workspace file by this name, so this is the config itself and every script names it.
export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', '.ci'],
    maxWorkers: '100%', // vitest leaves one core idle otherwise: of two, half
    reporters: ['default', './.ci/totals-reporter.ts'],
  },
})
