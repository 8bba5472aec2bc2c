import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false })],
  test: {
    name: 'dashboard',
    environment: 'happy-dom',
    setupFiles: ['src/testing-page.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false, // one worker loads the dashboard once, not for each file: a quarter of the time
    restoreMocks: true,
    unstubGlobals: true,
  },
})
