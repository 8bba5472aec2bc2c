import { defineConfig } from 'vite'

export default defineConfig({
  build: { ssr: 'src/server.ts', target: 'node20', outDir: 'dist', sourcemap: true, emptyOutDir: true },
  // Rooms of this repository are TypeScript source: they go into the bundle, everything from npm stays outside.
  ssr: { noExternal: [/^@heed\//, 'minisearch', 'nanoid'], external: ['better-sqlite3', '@node-rs/argon2'] },
})
