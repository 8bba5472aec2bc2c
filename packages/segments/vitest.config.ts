import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: 'segments', include: ['src/**/*.test.{ts,tsx}'] } })
