import { mkdir } from 'node:fs/promises'
import { openPostgresStore, openSqliteStore } from '@heed/db'
import { addressToOpen } from './address-to-open.ts'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createDeps, type Deps } from './deps.ts'
import { explain } from './explain.ts'
import { followRates } from './features/rates/follow-rates.ts'
import { keepFrames } from './features/results/frames/keep-frames.ts'
import { ensureSample } from './features/sample/ensure-sample.ts'
import { startSuggesters } from './features/suggestions/start-suggesters.ts'
import { findAnyWorkspace } from './features/workspaces/workspaces.queries.ts'
import { keepSending } from './mail/keep-sending.ts'
import { createMail } from './mail/mail.ts'
import { whereToClick } from './where-to-click.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const openStore = async ({ databaseUrl, dataDir, sqliteFile }: Config) => {
  if (databaseUrl) return openPostgresStore(databaseUrl)
  await mkdir(dataDir, { recursive: true })
  return openSqliteStore(sqliteFile)
}

/**
 * Makes the sample where it is wanted: never beside a workspace of somebody's own.
 * @returns whether one is there
 * @throws ConfigError when others could reach it
 */
const prepareSample = async (deps: Deps, { makesSample, faultsWithSample }: Config): Promise<boolean> => {
  const { read } = deps.store
  const isThere = async () => (await findAnyWorkspace(read, { sample: true })) !== undefined
  await deps.store.alone(async () => {
    const isWanted = makesSample && ((await isThere()) || !(await findAnyWorkspace(read)))
    if (isWanted) await ensureSample(deps, say)
  })
  const sample = await isThere()
  if (sample && faultsWithSample.length > 0) throw new ConfigError(faultsWithSample)
  return sample
}

const start = async () => {
  const config = readConfig(process.env)
  const store = await openStore(config)
  const deps = createDeps(store, () => new Date(), config, createMail(config))
  const sample = await prepareSample(deps, config)
  const app = await buildApp(deps, { ...config, onlyLoopback: sample && config.onlyLoopback })
  const leaveRates = await followRates(deps, (error) => app.log.error({ err: error }, 'rates were not applied'))
  const leaveFrames = keepFrames(deps, (error) => app.log.error({ err: error }, 'answers were not packed'))
  const leaveMails = keepSending(deps, (error) => app.log.error({ err: error }, 'mails were not sent'))
  await app.listen({ port: config.port, host: config.host })
  const engines = startSuggesters(deps, config.enginesAtStart, (error) =>
    app.log.error({ err: error }, 'suggestion engines were not made'),
  )

  let isClosing = false
  const close = async () => {
    // Ctrl+C comes as two signals where `npm start` runs: its own, and that npm is gone.
    if (isClosing) return
    isClosing = true
    leaveRates()
    engines.leave()
    await app.close()
    deps.suggesters.leave()
    await leaveFrames()
    await leaveMails()
    await store.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())

  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = config.publicUrl ?? addressToOpen(config.host, port)
  say(`
Heed is running.

${await whereToClick(deps, { url, sample, signUp: config.signUp })}

  Data in ${config.databaseUrl ? 'PostgreSQL' : config.sqliteFile}. Stop with Ctrl+C.
`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
