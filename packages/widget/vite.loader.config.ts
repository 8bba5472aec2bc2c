import { defineConfig } from 'vite'
import { browsers, loaderScript, moduleList } from './vite.plugins.ts'

/** The loader alone: an IIFE, because only a classic script has `document.currentScript`. */
export default defineConfig({
  plugins: [loaderScript(), moduleList('dist/loader.modules.json')],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/loader/index.ts',
      output: { format: 'iife', entryFileNames: 'loader.js', comments: false },
    },
  },
})
