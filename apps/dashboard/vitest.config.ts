import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false })],
  test: { name: 'dashboard', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
})
