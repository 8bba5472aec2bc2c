import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumArgs } from './chromium-args.ts'
import { type RunningServer, startServer } from './server.ts'

export type Visit = { page: Page; faults: string[]; requests: string[]; leave: () => Promise<void> }

/** Mail names the server's own address, which must therefore be known before it starts. */
const mailSettings = async (smtpUrl: string) => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return {
    PORT: `${port}`,
    HEED_PUBLIC_URL: `http://localhost:${port}`,
    HEED_SMTP_URL: smtpUrl,
    HEED_MAIL_FROM: 'ideas@heed.example',
  }
}

/**
 * A server on a copy of the sample, or on nothing, and a browser to visit it with.
 * @param given `smtpUrl`: where it hands its mail to; left out: it sends none
 */
export const openStage = async (given: { sample?: boolean; smtpUrl?: string } = {}) => {
  const { sample = true, smtpUrl } = given
  const folder = await mkdtemp(join(tmpdir(), 'heed-e2e-'))
  if (sample) await cp(inject('sampleFolder'), folder, { recursive: true })
  const settings = {
    HEED_DATA_DIR: folder,
    HEED_SAMPLE: sample ? 'yes' : 'no',
    // Most tests never ask: seconds of work for each server.
    HEED_ENGINES_AT_START: '0',
    ...(smtpUrl && (await mailSettings(smtpUrl))),
  }
  let server = await startServer(settings)
  const port = new URL(server.url).port
  const browser: Browser = await chromium.launch({ executablePath: inject('chromiumPath'), args: chromiumArgs })

  return {
    folder,
    get server(): RunningServer {
      return server
    },
    /** Starts it again, on the same data and port. */
    restart: async () => {
      server = await startServer({ ...settings, PORT: port })
    },
    /** A new browser profile. `faults` gathers errors of the console and the page, among them CSP's. */
    visit: async (options: BrowserContextOptions = {}): Promise<Visit> => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000) // the first question makes the engine, which takes a busy machine long
      const faults: string[] = []
      const requests: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
      return { page, faults, requests, leave: () => context.close() }
    },
    close: async () => {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>
