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
  base: './',
  plugins: [compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: assets,
    emptyOutDir: true,
    target: 'es2020',
    manifest: 'manifest.json',
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { runtime: 'src/runtime/index.ts' },
      preserveEntrySignatures: 'allow-extension',
      output: { format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
