import { defineConfig } from 'vitest/config'
import { docsExamples } from './src/testing/docs-examples.ts'

export default defineConfig({
  plugins: [docsExamples()],
  test: { name: 'node', include: ['src/**/*.test.{ts,tsx}'] },
})
