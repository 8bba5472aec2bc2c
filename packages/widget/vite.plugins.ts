import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const anyQuotes = /(["'`])__HEED_CONFIG__\1/g

/** The server replaces `"__HEED_CONFIG__"` byte for byte, so the minifier's choice of quotes must not matter. */
export const configPlaceholder = (): Plugin => ({
  name: 'heed-config-placeholder',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      const found = file.code.match(anyQuotes)?.length ?? 0
      if (found !== 1) this.error(`the configuration's placeholder stands ${found} times in ${file.fileName}, not once`)
      file.code = file.code.replace(anyQuotes, '"__HEED_CONFIG__"')
    }
  },
})

/** Lays `.br` and `.gz` beside every built script, so the server only picks one. */
export const compressed = (folder: string): Plugin => ({
  name: 'heed-compressed',
  async closeBundle() {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.js')) continue
      const path = join(folder, name)
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

/** Which modules, from `src/` or `node_modules/` on, went into which file: what the bundle test reads. */
export const moduleList = (path: string): Plugin => ({
  name: 'heed-module-list',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? [[file.fileName, file.moduleIds.map((id) => id.replace(/^.*\/(?=(node_modules|src)\/)/, ''))]]
        : [],
    )
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(Object.fromEntries(files), null, 2))
  },
})
