import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const assets = 'dist/assets'

/** Lays `.br` and `.gz` beside every built script, so the server only picks one. */
const compressed = (): Plugin => ({
  name: 'heed-compressed',
  async closeBundle() {
    for (const name of await readdir(assets)) {
      if (!name.endsWith('.js')) continue
      const path = join(assets, name)
      const bytes = await readFile(path)
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      }
      await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }))
      await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
})

/** The runtime and its chunks: ES modules with hashed names that import each other relatively. */
export default defineConfig({
  plugins: [compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: assets,
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
