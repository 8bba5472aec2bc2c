import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBareHost } from './testing/bare-host.ts'
import { keepLedger, type Ledger } from './testing/page-ledger.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en
type Said = { heed: (...said: unknown[]) => void }

let stage: Stage
let host: Awaited<ReturnType<typeof startBareHost>>
let team: Team
beforeAll(async () => {
  stage = await openStage()
  host = await startBareHost()
  team = await joinTeam(stage.server.url)
  // One that is listened for in every way there is.
  const trigger = { scroll: 100, leaving: true, clicked: '#nothing', newVersion: true, event: 'never' }
  const { id } = await team.change<{ id: string }>('POST', '/surveys', { name: 'Watched', kind: 'nps', trigger })
  await team.change('PUT', `/surveys/${id}/launch`)
})
afterAll(async () => {
  await host.close()
  await stage.close()
})

const say = (page: Page, ...said: unknown[]) => page.evaluate((all) => (window as unknown as Said).heed(...all), said)
const look = (page: Page) => page.evaluate(() => window.ledger())

/** Brings the tag into the page as a host's own script would. */
const bring = (page: Page) =>
  page.evaluate(
    (src) =>
      new Promise((loaded, failed) => {
        const tag = document.createElement('script')
        tag.onload = loaded
        tag.onerror = failed
        tag.src = src
        document.head.append(tag)
      }),
    `${stage.server.url}/w/pk_sample.js`,
  )

/** Everything a person and a host page can do with the widget. */
const useEverything = async (page: Page) => {
  const widget = page.locator('heed-widget')
  const panel = widget.locator('[part~=panel]')
  await page.evaluate(() => {
    const { heed } = window as unknown as Said
    for (const event of [
      'ready',
      'opened',
      'closed',
      'exposure',
      'response',
      'ticket',
      'deflection',
      'unread',
      'error',
    ])
      heed('on', event, () => {})
    heed('identify', { userId: 'leaves-nothing', name: 'A person', account: { accountId: 'acme', plan: 'growth' } })
    heed('track', 'invoice_sent')
    heed('page', 'Invoices')
    heed('set', { theme: 'dark', position: 'bottom-left', accent: '#a33', radius: 4, font: 'Georgia' })
    heed('status', () => {})
  })

  for (const kind of ['nps', 'rating', 'multiple_choice', 'comparison', 'text']) {
    await say(page, 'survey', await team.surveyOf(kind))
    await widget.locator('[part~=prompt]').waitFor()
    if (kind === 'text') await widget.getByRole('textbox').fill('Half a sentence')
    else await widget.locator('[part~=option]').first().click()
    await widget.getByRole('button', { name: words.close }).click()
  }

  await page.evaluate(
    async (surveyId) => {
      const survey = Object.assign(document.createElement('heed-survey'), { id: 'inline-survey' })
      survey.setAttribute('survey-id', surveyId)
      document.body.append(survey, document.createElement('heed-help'))
    },
    await team.surveyOf('reaction'),
  )
  await page.locator('heed-survey').getByRole('radio').first().click()
  await page.locator('heed-help').getByRole('searchbox').fill('card has not arrived')
  await page
    .locator('heed-help')
    .getByRole('button', { name: /My card has not arrived/ })
    .click()

  await widget.locator('[part~=tab]').hover()
  await widget.locator('[part~=tab]').click()
  await panel.getByRole('searchbox').fill('card has not arrived')
  await panel.getByRole('button', { name: /My card has not arrived/ }).click()
  await panel.getByRole('button', { name: words.yes, exact: true }).click()
  await say(page, 'open', 'ticket')
  await panel.getByRole('textbox', { name: words.ticket }).fill('Where is my card')
  await panel.locator('input[type=file]').setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Some notes'),
  })
  await panel.getByRole('button', { name: 'Add a screenshot' }).click()
  await widget.getByRole('dialog', { name: 'Screenshot' }).waitFor()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: words.sendTicket }).click()
  await panel.getByText(words.ticketSent).waitFor()
  await say(page, 'open', 'messages')
  await panel.getByText('Where is my card').first().click()
  await say(page, 'open', 'ideas')
  await panel
    .getByRole('button', { name: /Vote for/ })
    .first()
    .click()
  await panel.getByRole('button', { name: 'Suggest an idea' }).click()
  await panel.getByRole('textbox').first().fill('A draft of an idea')
  // The words of another language are another download; what stands open opens again in them.
  await say(page, 'set', { locale: 'de' })
  await panel.getByRole('heading', { name: 'Ideen' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}').waiting ?? 0))
    .toBe(0)
}

/** What the second look shows that the first one did not. */
const added = (before: Ledger, after: Ledger) =>
  Object.fromEntries(
    Object.entries(after).map(([kind, names]) => {
      const left = [...before[kind as keyof Ledger]]
      return [kind, names.filter((name) => !left.includes(name) || !left.splice(left.indexOf(name), 1))]
    }),
  )

const nothing = Object.fromEntries(
  ['elements', 'listeners', 'timers', 'observers', 'storage', 'databases', 'locks', 'styles', 'globals'].map((kind) => [
    kind,
    [] as string[],
  ]),
)

it('leaves no element, listener, timer, observer, storage, lock, style or global behind', async () => {
  const { page, faults, leave } = await stage.visit()
  await keepLedger(page)
  await page.goto(host.url)
  const before = await look(page)
  await bring(page)
  await page.locator('heed-widget [part~=tab]').waitFor()

  await useEverything(page)
  const during = await look(page)
  await say(page, 'reset')
  await page.evaluate(() => {
    for (const own of document.querySelectorAll('script, heed-survey, heed-help')) own.remove()
  })

  expect(during.listeners.length).toBeGreaterThan(before.listeners.length)
  expect(during.storage).toEqual(['heed:pk_sample'])
  await expect
    .poll(async () => added(before, await look(page)))
    .toEqual({
      ...nothing,
      globals: ['heed'],
    })

  await say(page, 'stop')
  expect(added(before, await look(page))).toEqual(nothing)
  expect(faults).toEqual([])
  await leave()
})
