import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

// From Node 25 on, its own localStorage, which keeps nothing, would stand in the way of the page's.
const pageStorage = '--no-experimental-webstorage'

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false })],
  test: {
    name: 'dashboard',
    environment: 'happy-dom',
    setupFiles: ['src/testing-page.ts'],
    execArgv: process.allowedNodeEnvironmentFlags.has(pageStorage) ? [pageStorage] : [],
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false, // one worker loads the dashboard once, not for each file: a quarter of the time
    restoreMocks: true,
    unstubGlobals: true,
  },
})
