import { defineConfig } from 'vitest/config'

// From Node 25 on, its own localStorage, which keeps nothing, would stand in the way of the page's.
const pageStorage = '--no-experimental-webstorage'

export default defineConfig({
  test: {
    name: 'widget',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['src/testing-page.ts'],
    execArgv: process.allowedNodeEnvironmentFlags.has(pageStorage) ? [pageStorage] : [],
    isolate: false, // one worker makes its page and loads the widget once, not for each file: a fifth of the time
    restoreMocks: true,
    unstubGlobals: true,
  },
})
