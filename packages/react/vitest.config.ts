import { defineConfig } from 'vitest/config'
import { docsExamples } from './src/testing/docs-examples.ts'

export default defineConfig({
  plugins: [docsExamples()],
  // Svelte outside the browser is another module, which mounts nothing.
  resolve: { conditions: ['browser'] },
  test: {
    name: 'react',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    server: { deps: { inline: ['svelte'] } },
    // The npm entry is the real one, up to the one line that would download the loader.
    alias: [{ find: /^\.\/import-loader\.ts$/, replacement: `${import.meta.dirname}/src/testing/fake-loader.ts` }],
  },
})
