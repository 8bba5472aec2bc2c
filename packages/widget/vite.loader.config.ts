import { defineConfig, type Plugin } from 'vite'

const anyQuotes = /(["'`])__HEED_CONFIG__\1/g

/** The server replaces `"__HEED_CONFIG__"` byte for byte, so the minifier's choice of quotes must not matter. */
const configPlaceholder = (): Plugin => ({
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

/** The loader alone: an IIFE, because only a classic script has `document.currentScript`. */
export default defineConfig({
  plugins: [configPlaceholder()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    // Logical properties stay as they are; made older, they would follow the language in place of the direction.
    cssTarget: ['chrome111', 'firefox113', 'safari16.4'],
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/loader/index.ts',
      output: { format: 'iife', entryFileNames: 'loader.js' },
    },
  },
})
