import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'suggest', include: ['src/**/*.test.{ts,tsx}'] } })
