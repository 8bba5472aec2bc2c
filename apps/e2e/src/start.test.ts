import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NpsResult, ResponsePage, SegmentSize, SegmentValues, TicketPage } from '@heed/contracts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sampleSignIn } from './testing/sample.ts'
import { startRefused } from './testing/server.ts'
import { openStage, type Stage } from './testing/stage.ts'

const between = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

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

  it('does not answer what a proxy passes on', async () => {
    const reply = await fetch(stage.server.url, { headers: { 'x-forwarded-for': '203.0.113.7' } })

    expect(reply.status).toBe(403)
    expect(await reply.json()).toMatchObject({ code: 'sample_only_here' })
  })

  it('shows a sample of the size and shape that is promised', async () => {
    const signedIn = await fetch(`${stage.server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sampleSignIn),
    })
    const cookie = String(signedIn.headers.get('set-cookie')).split(';')[0] ?? ''
    const read = async <T>(path: string) =>
      (await (await fetch(`${stage.server.url}/api${path}`, { headers: { cookie } })).json()) as T

    const { base } = await read<SegmentSize>('/segment/size')
    const plans = await read<SegmentValues>('/segment/values?field=plan')
    const { raw, weighted, byPlan } = await read<NpsResult>('/nps')
    const responses = await read<ResponsePage>('/responses?limit=1')
    const tickets = await read<TicketPage>('/tickets?limit=1')

    expect(base.accounts).toBe(500)
    between(base.people, 3_600, 4_400)
    between(responses.total, 5_400, 6_600)
    between(tickets.total, 1_400, 1_600)
    expect(plans.values.map(({ value }) => value).sort()).toEqual(['enterprise', 'growth', 'scale', 'starter'])
    expect(byPlan.filter(({ plan }) => plan !== null)).toHaveLength(4)
    expect((raw.score ?? Number.NaN) - (weighted?.score ?? Number.NaN)).toBeGreaterThanOrEqual(2)
  })

  it('refuses to show the sample to other machines, unless told so by name', async () => {
    const refused = await startRefused({ HOST: '0.0.0.0', HEED_DATA_DIR: folder })

    expect(refused.code).toBe(1)
    expect(refused.output).toContain('HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK=yes')
  })

  it('refuses just so where it would make no sample, but the store holds one', async () => {
    const copy = join(folder, 'copy')
    await cp(inject('sampleFolder'), copy, { recursive: true })

    const refused = await startRefused({ HOST: '0.0.0.0', HEED_SAMPLE: 'no', HEED_DATA_DIR: copy, PORT: '0' })

    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('HOST=0.0.0.0: the sample workspace') })
  })

  it('says what to do when the port is taken', async () => {
    const { code, output } = await startRefused({
      PORT: new URL(stage.server.url).port,
      HEED_DATA_DIR: join(folder, 'other'),
      HEED_SAMPLE: 'no',
    })

    expect(code).toBe(1)
    expect(output).toMatch(/EADDRINUSE.*set PORT to another one/)
  })

  it('says in one line that another server has the data, which goes on', async () => {
    const refused = await startRefused({ HEED_DATA_DIR: stage.folder })

    expect(refused).toEqual({
      code: 1,
      output: expect.stringMatching(/^heed\.sqlite in the data folder is held by another process .*\n$/),
    })
    expect((await fetch(`${stage.server.url}/readyz`)).status).toBe(200)
  })

  it('says in one line that the data folder is none', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')

    expect(await startRefused({ HEED_DATA_DIR: file })).toEqual({
      code: 1,
      output: expect.stringMatching(/^The data folder cannot be used \(EEXIST.*HEED_DATA_DIR .*\n$/),
    })
  })

  it('says in one line that the database cannot be reached, and that the file is none', async () => {
    await writeFile(join(folder, 'heed.sqlite'), 'no database, but long enough to have a header'.repeat(20))

    const unreachable = await startRefused({ HEED_DATABASE_URL: 'postgres://heed:hunter2@127.0.0.1:1/heed' })
    const noDatabase = await startRefused({ HEED_DATA_DIR: folder })

    expect(unreachable).toEqual({
      code: 1,
      output: expect.stringMatching(/^PostgreSQL cannot be reached \(.*\): .*\n$/),
    })
    expect(unreachable.output).not.toContain('hunter2')
    expect(noDatabase).toEqual({
      code: 1,
      output: expect.stringMatching(/^heed\.sqlite in the data folder is no .*\n$/),
    })
  })

  it('lists every fault of the configuration at once', async () => {
    const { code, output } = await startRefused({
      PORT: 'http',
      HOST: '0.0.0.0',
      HEED_DATABASE_URL: 'mysql://heed:hunter2@db',
      HEED_DATA_FOLDER: folder,
    })

    expect(code).toBe(1)
    expect(output).toContain('4 faults')
    for (const name of ['PORT=http', 'HOST=0.0.0.0', 'HEED_DATABASE_URL', 'HEED_DATA_FOLDER']) {
      expect(output).toContain(`  ${name}: `)
    }
    expect(output).not.toContain('hunter2')
  })
})
