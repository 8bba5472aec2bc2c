import { defineConfig } from 'vite'
import { configPlaceholder, moduleList } from './vite.plugins.ts'

/** The loader alone: an IIFE, because only a classic script has `document.currentScript`. */
export default defineConfig({
  plugins: [configPlaceholder(), moduleList('dist/loader.modules.json')],
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
      output: { format: 'iife', entryFileNames: 'loader.js', comments: false },
    },
  },
})
