import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBareHost } from './testing/bare-host.ts'
import { say } from './testing/looks.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'

type Status = { surveys: Record<string, string> }
type Trigger = Record<string, unknown>

let stage: Stage
let host: Awaited<ReturnType<typeof startBareHost>>
let team: Team
/** Ids of the surveys by what they wait for. */
const surveys: Record<string, string> = {}

/** A survey of one question that carries its name, launched. */
const launch = async (name: string, trigger: Trigger, more: object = {}) => {
  const texts = { en: { question: `About ${name}?`, followUp: { any: '' } } }
  const definition = { name, kind: 'csat', texts, trigger: { delayMs: 0, ...trigger }, repeatAfterDays: 90, ...more }
  const { id } = await team.change<{ id: string }>('POST', '/surveys', definition)
  await team.change('PUT', `/surveys/${id}/launch`)
  surveys[name] = id
  return id
}

beforeAll(async () => {
  stage = await openStage()
  host = await startBareHost()
  team = await joinTeam(stage.server.url)
  // Several prompts in one page, and none but those of this test.
  await team.change('PUT', '/fatigue', { restDays: 0, laterDays: 3, mostASession: 10 })
  await team.change('PUT', `/surveys/${await team.surveyOf('nps')}/pause`)
  await launch('scrolling', { scroll: 60 })
  await launch('leaving', { leaving: true })
  await launch('a click', { clicked: '#export' })
  await launch('an event', { event: 'invoice_sent', where: { plan: 'growth', lines: 3 } })
  await launch('a version', { newVersion: true })
  await launch('a selector that is none', { clicked: 'button[' })
  await launch('others alone', { path: '/queue' }, { priority: 90, targeting: { segment: 'plan:nobody-has-it' } })
  await launch('everybody', { path: '/queue' }, { priority: 10 })
})
afterAll(async () => {
  await host.close()
  await stage.close()
})

/** @param change what becomes of the loader on its way */
const visit = async (path = '/', change = (loader: string) => loader) => {
  const visited = await stage.visit()
  const { page } = visited
  await page.route('**/w/pk_sample.js', async (route) => {
    const reply = await route.fetch()
    await route.fulfill({ response: reply, body: change(await reply.text()) })
  })
  await page.goto(host.url + path)
  await page.evaluate(
    (src) =>
      new Promise((loaded, failed) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<p><button id="export">Export</button></p><div style="height:4000px"></div>',
        )
        document.head.append(Object.assign(document.createElement('script'), { src, onload: loaded, onerror: failed }))
      }),
    `${stage.server.url}/w/pk_sample.js`,
  )
  await page.locator('heed-widget [part~=tab]').waitFor()
  return visited
}
const card = (page: Page) => page.locator('heed-widget section[role=dialog]')
const reasons = async (page: Page) => {
  const status = await page.evaluate(
    () =>
      new Promise<Status>((tell) => (window as unknown as { heed: (...said: unknown[]) => void }).heed('status', tell)),
  )
  return Object.fromEntries(Object.entries(surveys).map(([name, id]) => [name, status.surveys[id]]))
}
/** Waits for the prompt of that survey, and closes it. */
const comesAndGoes = async (page: Page, name: string) => {
  await card(page).getByText(`About ${name}?`).waitFor()
  await card(page).getByRole('button', { name: 'Close' }).click()
  await card(page).waitFor({ state: 'detached' })
}

describe('the moment of a survey', () => {
  it('comes by scrolling, leaving, a click, an event with its properties and a new version, each alone', async () => {
    const { page, faults, leave } = await visit()
    await say(page, 'set', { appVersion: '1.0' })
    await expect
      .poll(() => reasons(page))
      .toMatchObject({
        scrolling: 'waiting_for_scroll',
        leaving: 'waiting_for_leaving',
        'a click': 'waiting_for_click',
        'an event': 'waiting_for_event',
        'a version': 'waiting_for_version',
        'a selector that is none': 'waiting_for_click',
      })

    await page.mouse.wheel(0, 3000)
    await comesAndGoes(page, 'scrolling')
    await page.mouse.move(300, 300)
    await page.evaluate(() =>
      document.dispatchEvent(new MouseEvent('mouseout', { clientY: -2, relatedTarget: null, bubbles: true })),
    )
    await comesAndGoes(page, 'leaving')
    await page.locator('#export').click()
    await comesAndGoes(page, 'a click')
    await say(page, 'track', 'invoice_sent', { plan: 'starter', lines: 3 })
    expect((await reasons(page))['an event']).toBe('waiting_for_event')
    await say(page, 'track', 'invoice_sent', { plan: 'growth', lines: 3, client: 'Acme' })
    await comesAndGoes(page, 'an event')
    await say(page, 'set', { appVersion: '1.1' })
    await comesAndGoes(page, 'a version')

    expect((await reasons(page)).scrolling).toBe('asked_recently')
    expect(faults).toEqual([])
    await leave()
  })

  it('goes to the next in line where the server refuses the first, and each is asked for once', async () => {
    const { page, requests, leave } = await visit('/queue')

    await card(page).getByText('About everybody?').waitFor()

    expect((await reasons(page))['others alone']).toBe('not_targeted')
    expect(requests.filter((line) => line.endsWith('/asks'))).toHaveLength(2)
    await say(page, 'page', 'Queue')
    await say(page, 'page', 'Queue again')
    expect(requests.filter((line) => line.endsWith('/asks'))).toHaveLength(2)
    await leave()
  })

  it('is put off by whoever says so, and the server hears it', async () => {
    const { page, leave } = await visit('/queue')
    const dismissed = page.waitForRequest((request) => request.url().includes('/dismissal'))
    await card(page).getByRole('button', { name: 'Ask me later' }).click()

    expect((await dismissed).postDataJSON()).toMatchObject({ later: true })
    expect((await reasons(page)).everybody).toBe('asked_recently')
    await leave()
  })

  it('may be one of a workspace that shows one prompt a session', async () => {
    // The server keeps the workspace in mind for a moment, so its new rule is put into the reply.
    const { page, leave } = await visit('/queue', (loader) => loader.replace('"mostASession":10', '"mostASession":1'))
    await comesAndGoes(page, 'everybody')

    expect((await reasons(page)).scrolling).toBe('session_full')
    await leave()
  })
})

describe('which of two ideas', () => {
  it('is one press, which is stored, and the words may follow', async () => {
    const { page, leave } = await visit()
    await say(page, 'survey', 'srv_000000000whichidea000')
    const stored = page.waitForResponse((reply) => reply.url().includes('/responses/') && reply.ok())

    await card(page).getByRole('radio', { name: 'Attach receipts to card payments' }).click()

    expect((await stored).request().postDataJSON()).toMatchObject({
      choices: ['receipts'],
      version: expect.any(Number),
    })
    await card(page).getByText('What would you use it for?').waitFor()
    await leave()
  })
})

describe('a test link', () => {
  it('shows a draft at once in one’s own app, and sends nothing', async () => {
    const texts = { en: { question: 'Only a draft?' } }
    const { id } = await team.change<{ id: string }>('POST', '/surveys', { name: 'Draft', kind: 'nps', texts })
    const { parameter } = await team.change<{ parameter: string }>('POST', `/surveys/${id}/test-links`)
    const { page, requests, faults, leave } = await visit(`/#${parameter}`)

    await card(page).getByText('Only a draft?').waitFor()
    await card(page).getByText('Test: nothing is kept').waitFor()
    await card(page).getByRole('radio', { name: '9', exact: true }).click()
    await card(page).getByRole('textbox').fill('Words')
    await card(page).getByRole('button', { name: 'Send' }).click()
    await card(page)
      .getByText(/Thank you/)
      .waitFor()

    expect(requests.filter((line) => line.startsWith('PUT'))).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })
})
