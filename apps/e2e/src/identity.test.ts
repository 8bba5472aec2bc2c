import type { CreatedSigningKey, IdentitySettings, ResponsePage } from '@heed/contracts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBareHost } from './testing/bare-host.ts'
import { signIdentity } from './testing/sign-identity.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

type Said = { heed: (...said: unknown[]) => void; fetchToken: () => Promise<string> }
type Status = { identity: string; waiting: number }

const statusOf = (page: Page) =>
  page.evaluate(() => new Promise<Status>((tell) => (window as unknown as Said).heed('status', tell)))

describe('a signed identity', () => {
  let stage: Stage
  let host: Awaited<ReturnType<typeof startBareHost>>
  let team: Team
  beforeAll(async () => {
    stage = await openStage()
    host = await startBareHost()
    team = await joinTeam(stage.server.url)
  })
  afterAll(async () => {
    await host.close()
    await stage.close()
  })

  it('is renewed when it ends between a prompt and its answer, which arrives as that person’s', async () => {
    const key = await team.change<CreatedSigningKey>('POST', '/identity/keys', {
      algorithm: 'HS256',
      name: 'Host page',
    })
    const { workspaceId } = await team.read<IdentitySettings>('/identity')
    const { items } = await team.read<{ items: { id: string; kind: string }[] }>('/surveys')
    const surveyId = items.find(({ kind }) => kind === 'nps')?.id
    const { page, requests, leave } = await stage.visit()
    const tokens: string[] = []
    await page.exposeFunction('fetchToken', () => {
      const now = Math.floor(Date.now() / 1000)
      // The first one is about to end: only the minute by which clocks may differ keeps it alive, for some seconds.
      const exp = tokens.length === 0 ? now - 56 : now + 600
      const account = { id: 'acc-e2e', plan: 'enterprise' }
      tokens.push(
        signIdentity(key, { sub: 'signed-e2e', aud: workspaceId, iat: now - 120, exp, name: 'Mara Lind', account }),
      )
      return tokens.at(-1)
    })
    // A browser that thinks that it has an hour.
    await page.route('**/w/pk_sample/person', async (route) => {
      const reply = await route.fetch()
      await route.fulfill({ response: reply, json: { ...(await reply.json()), signedForMs: 3_600_000 } })
    })

    await page.goto(host.url)
    await page.addScriptTag({ url: `${stage.server.url}/w/pk_sample.js` })
    await page.evaluate((id) => {
      const { heed, fetchToken } = window as unknown as Said
      heed('identify', { userId: 'signed-e2e', token: fetchToken })
      heed('survey', id)
    }, surveyId)
    const prompt = page.locator('heed-widget').getByRole('dialog', { name: widgetWords.en.question })
    await prompt.waitFor()
    await expect.poll(async () => (await statusOf(page)).waiting).toBe(0)
    expect(await statusOf(page)).toMatchObject({ identity: 'signed' })
    const ended = () =>
      page.evaluate(async (url) => {
        const kept = JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}')
        const reply = await fetch(url, { headers: { 'x-heed-visitor': kept['visitor:signed-e2e'].token } })
        return reply.status
      }, `${stage.server.url}/w/pk_sample/unread`)
    await expect.poll(ended).toBe(401)

    await prompt.getByRole('radio', { name: /^9\b/ }).click()

    const answers = async () => {
      const { items: found } = await team.read<ResponsePage>('/responses?score=9&limit=100')
      return found.filter(({ person }) => person?.userId === 'signed-e2e')
    }
    await expect.poll(async () => (await answers()).length).toBe(1)
    expect(await answers()).toMatchObject([
      { person: { name: 'Mara Lind', trust: 'verified' }, snapshot: { plan: 'enterprise', trust: 'verified' } },
    ])
    expect(tokens).toHaveLength(2)
    const sent = requests.filter((line) => /^PUT .*\/(person|responses)/.test(line)).map((line) => line.split('/')[3])
    expect(sent).toEqual(['person', 'responses', 'person', 'responses'])
    await leave()
  })
})
