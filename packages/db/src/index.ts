export { openPostgresStore } from './store.postgres.ts'
export { openSqliteStore } from './store.sqlite.ts'
export { type Handle, type Store, StoreBusy } from './store.ts'
export type { Tables } from './tables/index.ts'
