import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/demo/',
  plugins: [preact()],
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  server: { proxy: { '/w': 'http://127.0.0.1:4747' } },
})
