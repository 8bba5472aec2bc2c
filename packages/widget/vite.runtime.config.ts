import { defineConfig } from 'vite'
import { assets, browsers, inEveryLanguage, moduleList, sealed } from './vite.plugins.ts'

/**
 * The runtime with the prompt in it, once for every language: whoever is asked a question pays one request after the
 * loader. Built after the panels, and seals the folder of both.
 */
export default defineConfig({
  plugins: [moduleList('dist/runtime.modules.json'), inEveryLanguage(), sealed()],
  build: {
    outDir: assets,
    emptyOutDir: false,
    target: browsers,
    cssTarget: browsers,
    reportCompressedSize: false,
    lib: { entry: { runtime: 'src/runtime/index.ts' }, formats: ['es'] },
    rollupOptions: {
      output: { entryFileNames: 'runtime.js', minify: true, comments: false, codeSplitting: false },
    },
  },
})
