import { defineConfig } from 'vite'

/** What is published as `@heed/node`: one module for servers. */
export default defineConfig({
  build: {
    target: 'node20',
    reportCompressedSize: false,
    lib: { entry: { index: 'src/index.ts' }, formats: ['es'] },
    rollupOptions: { external: ['jose', 'standardwebhooks', /^node:/] },
  },
})
