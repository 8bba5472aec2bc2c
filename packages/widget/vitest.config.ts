import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'widget',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['src/testing-page.ts'],
    isolate: false, // one worker makes its page and loads the widget once, not for each file: a fifth of the time
    restoreMocks: true,
    unstubGlobals: true,
  },
})
