import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRefused } from './testing/server.ts'
import { openStage, type Stage } from './testing/stage.ts'

describe('starting the built server', () => {
  let stage: Stage
  let folder = ''
  beforeAll(async () => {
    stage = await openStage()
    folder = await mkdtemp(join(tmpdir(), 'heed-start-'))
  })
  afterAll(async () => {
    await stage.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('prints where to click, and keeps the data of the time before', () => {
    const printed = stage.server.output()

    expect(printed).toMatch(/Dashboard {2}http:\/\/localhost:\d+\/sign-in#link=[\w-]{43}/)
    expect(printed).toMatch(/Demo app {3}http:\/\/localhost:\d+\/demo/)
    expect(printed).toContain(`<script async src="${stage.server.url}/w/pk_sample.js"></script>`)
    expect(printed).not.toContain('Making the sample')
  })

  it.each(['/livez', '/readyz', '/openapi.json', '/docs', '/demo', '/demo/cards', '/', '/tickets', '/w/pk_sample.js'])(
    'answers %s',
    async (path) => {
      const reply = await fetch(`${stage.server.url}${path}`, { headers: { accept: 'text/html,*/*' } })

      expect(reply.status).toBe(200)
    },
  )

  it('sends pages that run nothing inline and are framed by nobody', async () => {
    const reply = await fetch(stage.server.url, { headers: { accept: 'text/html' } })
    const policy = reply.headers.get('content-security-policy')

    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('answers unknown addresses with a problem, not a page', async () => {
    const reply = await fetch(`${stage.server.url}/api/no-such-thing`)

    expect(reply.status).toBe(404)
    expect(await reply.json()).toMatchObject({ code: 'route_not_found' })
  })

  it('refuses to show the sample to other machines, unless told so by name', async () => {
    const refused = await startRefused({ HOST: '0.0.0.0', HEED_DATA_DIR: folder })

    expect(refused.code).toBe(1)
    expect(refused.output).toContain('HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK=yes')
  })

  it('says what to do when the port is taken', async () => {
    const { code, output } = await startRefused({ PORT: new URL(stage.server.url).port, HEED_DATA_DIR: stage.folder })

    expect(code).toBe(1)
    expect(output).toMatch(/EADDRINUSE.*set PORT to another one/)
  })

  it('lists every fault of the configuration at once', async () => {
    const { code, output } = await startRefused({ PORT: 'http', HEED_DATABASE_URL: 'mysql://x', HEED_DATA_DIR: folder })

    expect(code).toBe(1)
    expect(output).toContain('2 faults')
    expect(output).toContain('PORT=http')
    expect(output).toContain('HEED_DATABASE_URL=mysql://x')
  })
})
