import { defineConfig } from 'vite'

/** What is published as `@heed/react`: one module, which frameworks with server components take for the browser's. */
export default defineConfig({
  build: {
    target: ['chrome111', 'firefox113', 'safari16.4'],
    reportCompressedSize: false,
    lib: { entry: { index: 'src/index.ts' }, formats: ['es'] },
    rollupOptions: { external: ['react', '@heed/widget'], output: { banner: "'use client'" } },
  },
})
