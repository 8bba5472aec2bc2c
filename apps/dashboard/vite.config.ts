import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false })],
  build: {
    // light-dark() and oklch() stay as written: rewriting them for older engines would double the colour tokens.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // The server's policy is `img-src 'self' data:` but nothing else may come from data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4747' } },
})
