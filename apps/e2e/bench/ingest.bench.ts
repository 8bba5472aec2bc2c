import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@heed/contracts/new-id'
import autocannon from 'autocannon'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleSignIn } from '../src/testing/sample.ts'
import { startServer } from '../src/testing/server.ts'
import { startEcho } from './echo.ts'

const rounds = 5
const seconds = 4
const connections = 64
/** Answers a second that leave the server time, as in a day. */
const calmRate = 300

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

let folder = ''
let server: Awaited<ReturnType<typeof startServer>>
let echo: Awaited<ReturnType<typeof startEcho>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-bench-'))
  // Every request names an address of its own, so that the limit per address does not end the measurement.
  server = await startServer({
    HEED_DATA_DIR: folder,
    HEED_TRUSTED_PROXIES: '127.0.0.1,::1',
    HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK: 'yes',
  })
  echo = await startEcho()
})
afterAll(async () => {
  await server.stop()
  await echo.stop()
  await rm(folder, { recursive: true, force: true })
})

const signIn = async () => {
  const signedIn = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sampleSignIn),
  })
  return String(signedIn.headers.get('set-cookie')).split(';')[0] ?? ''
}

const runningSurvey = async (cookie: string) => {
  const reply = await fetch(`${server.url}/api/surveys`, { headers: { cookie } })
  const { items } = (await reply.json()) as { items: { id: string; state: string }[] }
  return items.find(({ state }) => state === 'running')?.id
}

/** Opens what goes through most rows, again and again, until told to stop. */
const askAsMember = (cookie: string, surveyId: string | undefined) => {
  const questions = [
    '/surveys',
    `/surveys/${surveyId}/sampling`,
    `/surveys/${surveyId}/results?days=365`,
    `/surveys/${surveyId}/cuts?by=plan&days=365`,
    '/segment/size?segment=nps:0..6@90d;plan:growth',
    '/people?segment=spend:10000..;tenure:180..',
    '/responses',
  ]
  let isOver = false
  let asked = 0
  const ended = (async () => {
    while (!isOver) {
      const reply = await fetch(`${server.url}/api${questions[asked % questions.length]}`, { headers: { cookie } })
      expect(reply.status, reply.url).toBe(200)
      await reply.text()
      asked += 1
    }
  })()
  return async () => {
    isOver = true
    await ended
    return asked
  }
}

/** @param rate requests a second; left out: as many as go through */
const load = (url: string, surveyId: string | undefined, rate?: number) => {
  let sent = 0
  return autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate && { overallRate: rate }),
    requests: [
      {
        method: 'PUT',
        setupRequest: (request) => {
          sent += 1
          return {
            ...request,
            path: `/w/pk_sample/responses/${newId('response')}`,
            headers: {
              'content-type': 'application/json',
              'x-heed-visitor': visitors[sent % visitors.length],
              'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
            },
            body: JSON.stringify({ surveyId, score: sent % 11, comment: 'Quick to find, quick to send', locale: 'en' }),
          }
        },
      },
    ],
  })
}
const visitors = Array.from({ length: 2000 }, () => randomBytes(32).toString('base64url'))

it('stores responses durably beside a bare Fastify echo', async () => {
  const surveyId = await runningSurvey(await signIn())
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const bare = await load(echo.url, surveyId)
    const ours = await load(server.url, surveyId)
    expect({ errors: ours.errors, non2xx: ours.non2xx }).toEqual({ errors: 0, non2xx: 0 })
    const ratio = ours.requests.average / bare.requests.average
    ratios.push(ratio)
    say(
      `round ${round}: echo ${Math.round(bare.requests.average)}/s · heed ${Math.round(ours.requests.average)}/s, p99 ${ours.latency.p99} ms · ratio ${ratio.toFixed(3)}`,
    )
  }
  say(`median ratio over ${rounds} rounds of ${seconds} s, ${connections} connections: ${median(ratios).toFixed(3)}`)
})

it('stores them while members look at results, beside when they do not', async () => {
  const cookie = await signIn()
  const surveyId = await runningSurvey(cookie)
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const alone = await load(server.url, surveyId, calmRate)
    const stop = askAsMember(cookie, surveyId)
    const beside = await load(server.url, surveyId, calmRate)
    const asked = await stop()
    expect({ errors: beside.errors, non2xx: beside.non2xx }).toEqual({ errors: 0, non2xx: 0 })
    ratios.push(beside.latency.p99 / alone.latency.p99)
    say(
      `round ${round}: ${calmRate}/s alone p99 ${alone.latency.p99} ms · beside ${asked} questions of members p99 ${beside.latency.p99} ms`,
    )
  }
  say(`median ratio of p99 over ${rounds} rounds: ${median(ratios).toFixed(2)}`)
})
