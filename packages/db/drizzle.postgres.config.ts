import { defineConfig } from 'drizzle-kit'
import { casing } from './src/casing.ts'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/schema.postgres.ts',
  out: './migrations/postgres',
  casing,
})
