import { defineConfig } from 'vite'
import { declarations } from './vite.declarations.ts'
import { browsers } from './vite.plugins.ts'

/** What is published as `@heed/widget`. The notes to bundlers inside its `import()` outlive the minifier; a test looks. */
export default defineConfig({
  plugins: [declarations()],
  build: {
    outDir: 'dist/npm',
    emptyOutDir: true,
    target: browsers,
    reportCompressedSize: false,
    lib: { entry: { index: 'src/npm/index.ts' }, formats: ['es'] },
    rollupOptions: { output: { minify: true } },
  },
})
