import { mkdir } from 'node:fs/promises'
import { openPostgresStore, openSqliteStore } from '@heed/db'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createDeps } from './deps.ts'
import { explain } from './explain.ts'
import { findMemberByEmail } from './features/members/members.queries.ts'
import { createSignInLink } from './features/members/sign-in.ts'
import { followRates } from './features/rates/follow-rates.ts'
import { keepFrames } from './features/results/frames/keep-frames.ts'
import { ensureSample, sampleKeys, sampleOwnerEmail, samplePassword } from './features/sample/ensure-sample.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const openStore = async ({ databaseUrl, dataDir, sqliteFile }: Config) => {
  if (databaseUrl) return openPostgresStore(databaseUrl)
  await mkdir(dataDir, { recursive: true })
  return openSqliteStore(sqliteFile)
}

const start = async () => {
  const config = readConfig(process.env)
  const store = await openStore(config)
  const deps = createDeps(store, () => new Date(), config.frameBytes)
  await store.alone(() => ensureSample(deps, say))
  const app = await buildApp(deps, config)
  const leaveRates = await followRates(deps, (error) => app.log.error({ err: error }, 'rates were not applied'))
  const leaveFrames = keepFrames(deps, (error) => app.log.error({ err: error }, 'answers were not packed'))
  await app.listen({ port: config.port, host: config.host })

  const close = async () => {
    leaveRates()
    await app.close()
    await leaveFrames()
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

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
