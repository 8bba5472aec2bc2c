import { defineConfig } from 'vite'
import { compressed, moduleList } from './vite.plugins.ts'

/** The runtime and its chunks: ES modules with hashed names that import each other relatively. */
export default defineConfig({
  plugins: [moduleList('dist/assets.modules.json'), compressed('dist/assets')],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    target: 'es2020',
    // Logical properties stay as they are; made older, they would follow the language in place of the direction.
    cssTarget: ['chrome111', 'firefox113', 'safari16.4'],
    manifest: 'manifest.json',
    reportCompressedSize: false,
    // A library, because Vite wraps the dynamic imports of an app in a preloader of 2 kB.
    lib: { entry: { runtime: 'src/runtime/index.ts' }, formats: ['es'] },
    rollupOptions: {
      // What runtime and panels share goes into the runtime, not into a request of its own.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        comments: false,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'panel', test: /[\\/]preact[\\/]|[\\/]ui[\\/]panel/ }],
        },
      },
    },
  },
})
