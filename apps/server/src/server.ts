import { mkdir } from 'node:fs/promises'
import { newId } from '@heed/contracts/new-id'
import { openPostgresStore, openSqliteStore } from '@heed/db'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { createSuggesters } from './features/articles/suggesters.ts'
import { findMemberByEmail } from './features/members/members.queries.ts'
import { createSignInLink } from './features/members/sign-in.ts'
import { ensureSample, sampleKeys, sampleOwnerEmail, samplePassword } from './features/sample/ensure-sample.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const openStore = async ({ databaseUrl, dataDir, sqliteFile }: Config) => {
  if (databaseUrl) return openPostgresStore(databaseUrl)
  await mkdir(dataDir, { recursive: true })
  return openSqliteStore(sqliteFile)
}

/** The sample's keys and password stand in its documentation, so they must not be reachable from elsewhere. */
const refuseOpenSample = ({ loopback, host, sampleKeysBeyondLoopback }: Config) => {
  if (loopback || sampleKeysBeyondLoopback) return
  throw new ConfigError([
    `HOST=${host}: the sample workspace with its public keys and password would be reachable from other machines. Set HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK=yes if you mean that.`,
  ])
}

const start = async () => {
  const config = readConfig(process.env)
  refuseOpenSample(config)
  const store = await openStore(config)
  const now = () => new Date()
  const deps: Deps = { store, now, newId: (kind) => newId(kind), suggesters: createSuggesters(store, now) }
  await store.alone(() => ensureSample(deps, say))
  const app = await buildApp(deps, config)
  await app.listen({ port: config.port, host: config.host })

  const close = async () => {
    await app.close()
    await store.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())

  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = config.publicUrl ?? `http://${config.loopback ? 'localhost' : config.host}:${port}`
  const member = await findMemberByEmail(store.read, sampleOwnerEmail)
  if (!member) throw new Error('the sample workspace has no member')
  say(`
Heed is running.

  Dashboard  ${url}/sign-in#link=${await createSignInLink(deps, member)}
             (signs you in once; later: ${member.email}, password ${samplePassword})
  Demo app   ${url}/demo
  API        ${url}/docs

  Script tag <script async src="${url}/w/${sampleKeys.publishable}.js"></script>

  Data in ${config.databaseUrl ? 'PostgreSQL' : config.sqliteFile}. Stop with Ctrl+C.
`)
}

/** What a person can act on in one line; anything else whole. */
const explain = (error: unknown) => {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}: stop what runs there, or set PORT to another one.`
  }
  return error.stack ?? error.message
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
