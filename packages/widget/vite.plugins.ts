import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { minify } from 'terser'
import { type Plugin, runnerImport } from 'vite'
import { innerNames, shortNames } from './inner-names.ts'
import { npsTexts } from './src/locales/nps-texts.ts'
import type { PromptTexts } from './src/locales/prompt-texts.ts'

/** What it is built for. Logical properties stay as they are: made older, they would follow the language, not the direction. */
export const browsers = ['chrome111', 'firefox113', 'safari16.4']

const folder = import.meta.dirname

/** Where the modules are built; `sealed` renames it. */
export const assets = join(folder, 'dist/assets/unsealed')

/** One for every file of words. */
export const languages = readdirSync(join(folder, 'src/locales/prompt')).map((file) => parse(file).name)

/**
 * Minified once more: what Terser finds on top of the builder's own minifier, every visitor is spared.
 * Of the steps that it calls unsafe, our code meets those that put texts together by `+`.
 * @param hoists functions to the front: loader and runtime pack tighter so, and panels looser
 */
const terse = async (code: string, { module, hoists }: { module: boolean; hoists: boolean }) =>
  (
    await minify(code, {
      ecma: 2020,
      module,
      toplevel: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true, hoist_funs: hoists, unsafe: true },
      mangle: { properties: { regex: new RegExp(`^(${innerNames.join('|')})$`), keep_quoted: true } },
      nameCache: { props: { props: shortNames() } },
      format: { comments: false },
    })
  ).code ?? code

/**
 * The server replaces `"__HEED_CONFIG__"` byte for byte, so the minifiers' choice of quotes must not matter; nor may they
 * work with it as with a constant text. Text of one byte a character takes half the memory in the browser.
 */
export const loaderScript = (): Plugin => ({
  name: 'heed-loader-script',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      const parts = file.code.split(/["'`]__HEED_CONFIG__["'`]/)
      if (parts.length !== 2) this.error(`the configuration's placeholder stands ${parts.length - 1} times, not once`)
      const code = await terse(parts.join('__HEED_CONFIG__'), { module: false, hoists: true })
      const narrow = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      file.code = code.replace('__HEED_CONFIG__', '"__HEED_CONFIG__"').replace(/[^\0-\xff]/g, narrow)
    }
  },
})

export const terseModules = (): Plugin => ({
  name: 'heed-terse',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') file.code = await terse(file.code, { module: true, hoists: false })
  },
})

/** Puts the prompt's words in place of the placeholder of the runtime, once for every language: `runtime.<language>.js`. */
export const inEveryLanguage = (): Plugin => ({
  name: 'heed-in-every-language',
  async generateBundle(_options, bundle) {
    const chunk = bundle['runtime.js']
    if (chunk?.type !== 'chunk') return this.error('there is no runtime')
    const parts = chunk.code.split(/["'`]__HEED_WORDS__["'`]/)
    if (parts.length !== 2) this.error(`the runtime's placeholder stands ${parts.length - 1} times, not once`)
    delete bundle['runtime.js']
    for (const language of languages) {
      const { module } = await runnerImport<{ texts: PromptTexts }>(join(folder, `src/locales/prompt/${language}.ts`))
      // Terse after the words are in: before, they are a constant text.
      const words = JSON.stringify({ language, texts: npsTexts(module.texts) })
      const source = await terse(parts.join(words), { module: true, hoists: true })
      this.emitFile({ type: 'asset', fileName: `runtime.${language}.js`, source })
    }
  },
})

/**
 * Gives the folder of the modules, which know each other by plain names, the hash of what is in it for its name; lays
 * `.br` and `.gz` beside every module, so that the server only picks one; says in `entry.json` where they are, and writes
 * the page in which the dashboard shows a survey as the widget draws it.
 */
export const sealed = (): Plugin => ({
  name: 'heed-sealed',
  async closeBundle() {
    const names = (await readdir(assets)).sort()
    const hash = createHash('sha256')
    for (const name of names) {
      const bytes = await readFile(join(assets, name))
      hash.update(name).update(bytes)
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      }
      await writeFile(join(assets, `${name}.br`), brotliCompressSync(bytes, { params }))
      await writeFile(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
    const version = hash.digest('base64url').slice(0, 10)
    await rename(assets, join(dirname(assets), version))
    await writeFile(join(folder, 'dist/entry.json'), JSON.stringify({ assets: `assets/${version}/` }))
    await writeFile(join(folder, 'dist/preview.html'), previewPage(`assets/${version}/preview.js`))
  },
})

const previewPage = (script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Preview</title><script type="module" src="${script}"></script></head><body></body></html>`

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
