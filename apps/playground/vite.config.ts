import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { hostPages } from './host-pages-plugin.ts'

export default defineConfig({
  base: '/demo/',
  // The host page in React is there because it is React.
  plugins: [preact({ reactAliasesEnabled: false }), hostPages()],
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  optimizeDeps: { include: ['@hotwired/turbo', 'react', 'react-dom/client'] },
  server: { proxy: { '/w': process.env.HEED_URL ?? 'http://127.0.0.1:4747' } },
})
