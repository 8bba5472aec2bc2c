import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HelpSettings } from '@heed/contracts'
import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import { startServer } from './server.ts'
import { joinTeam } from './team.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string
    /** A data folder with the sample in it, to be copied. */
    sampleFolder: string
  }
}

/** Holds nobody out from suggestions: who is, is drawn anew for each browser. */
const suggestToAll = async (url: string) => {
  const { read, change } = await joinTeam(url)
  await change('PUT', '/help-settings', { ...(await read<HelpSettings>('/help-settings')), holdOutShare: 0 })
}

/** Finds a browser and makes the sample workspace once; each test file starts from a copy of it. */
export const setup = async (project: TestProject) => {
  project.provide('chromiumPath', await findChromium())
  const folder = await mkdtemp(join(tmpdir(), 'heed-e2e-sample-'))
  const made = join(folder, 'made')
  const server = await startServer({ HEED_DATA_DIR: made, HEED_ENGINES_AT_START: '0' })
  await suggestToAll(server.url)
  await server.stop()
  const sample = join(folder, 'sample')
  await cp(made, sample, { recursive: true })
  project.provide('sampleFolder', sample)
  return () => rm(folder, { recursive: true, force: true })
}
