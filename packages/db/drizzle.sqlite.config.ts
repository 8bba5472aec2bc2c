import { defineConfig } from 'drizzle-kit'
import { casing } from './src/casing.ts'

export default defineConfig({ dialect: 'sqlite', schema: './src/schema.sqlite.ts', out: './migrations/sqlite', casing })
