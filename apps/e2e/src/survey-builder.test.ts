import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, checkPage } from './testing/axe.ts'
import { sampleSignIn } from './testing/sample.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

type Said = { heed: (...said: unknown[]) => void }
type Status = { surveys: Record<string, string> }

const looks = [
  ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const

const promptOf = (page: Page) => page.locator('heed-widget').getByRole('dialog', { name: widgetWords.en.question })
const reasonsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((tell) =>
        (window as unknown as Said).heed('status', ({ surveys }: Status) => tell(Object.values(surveys))),
      ),
  )

/** Only what the test makes may ask. */
const pauseAll = async (page: Page) => {
  const running = page.getByRole('row').filter({ hasText: 'Running' })
  await page.getByRole('table').waitFor()
  for (let left = await running.count(); left > 0; left -= 1) {
    await running.first().getByRole('button').click()
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await expect.poll(() => running.count()).toBe(left - 1)
  }
}

describe('a survey, from a template to the first prompt', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('asks customers who pay €100 and stayed for six months, and no others', async () => {
    const team = await stage.visit()
    await team.page.goto(stage.server.signInLink)
    await team.page.getByRole('link', { name: 'Surveys' }).click()
    await pauseAll(team.page)

    await makeNps(team.page)
    await aimAt(team.page)
    await launch(team.page)

    const aoife = await stage.visit()
    await aoife.page.goto(`${stage.server.url}/demo?as=demo-aoife`)
    await promptOf(aoife.page).waitFor()
    const tom = await stage.visit()
    await tom.page.goto(`${stage.server.url}/demo?as=demo-tom`)
    await expect.poll(() => reasonsOf(tom.page)).toContain('not_targeted')
    expect(await promptOf(tom.page).count()).toBe(0)
    expect(team.faults).toEqual([])
    for (const visit of [team, aoife, tom]) await visit.leave()
  })

  it.each(looks)('can be made without a fault of axe, and within the screen, at %s', async (name, options) => {
    const { page, leave } = await stage.visit({ ...options, bypassCSP: true })
    await bringAxe(page)
    const check = (where: string) => checkPage(page, `${where}, ${name}`)
    await signIn(page, stage)

    await page.goto(`${stage.server.url}/surveys`)
    await page.getByRole('table').waitFor()
    await check('surveys')
    await page.goto(`${stage.server.url}/surveys/new`)
    await page
      .getByRole('button', { name: /^Which of two ideas/ })
      .first()
      .waitFor()
    await check('new survey')
    await page
      .getByRole('button', { name: /^Which of two ideas/ })
      .first()
      .click()
    await page.getByText(/people in 14 days/).waitFor()
    for (const part of ['When', 'How many', 'How often', 'Schedule', 'Alerts'])
      await page.getByRole('button', { name: part, exact: true }).click()
    await page.getByRole('radio', { name: /^A target/ }).check()
    await page.getByText('Expected margin').waitFor()
    await check('survey builder with everything open')

    await page.getByRole('button', { name: 'Launch', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^Launch/ })
    await check('before the launch of a survey')
    await dialog.getByRole('button', { name: 'Launch', exact: true }).click()
    await page.getByText('2 things are missing').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await check('survey that is not ready')
    await page.getByRole('button', { name: 'Versions' }).click()
    await page.getByText('Versions begin with the launch').waitFor()
    await check('versions of a survey')
    await page.goto(`${stage.server.url}/surveys/import`)
    await page.getByRole('button', { name: 'Import as drafts' }).waitFor()
    await check('import of surveys')
    await page.goto(`${stage.server.url}/settings/asking`)
    await page.getByText(/^For example/).waitFor()
    await check('settings for asking')
    await leave()
  })
})

const signIn = async (page: Page, stage: Stage) => {
  await page.goto(`${stage.server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(sampleSignIn.email)
  await page.getByLabel('Password').fill(sampleSignIn.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
}

const makeNps = async (page: Page) => {
  await page.getByRole('link', { name: 'New survey' }).click()
  await page.getByRole('button', { name: /^NPS/ }).first().click()
  await page.getByRole('button', { name: 'Choose customers' }).waitFor()
  // The preview is the prompt itself.
  const prompt = page
    .frameLocator('iframe')
    .locator('heed-widget')
    .getByRole('dialog', { name: widgetWords.en.question })
  await prompt.waitFor()
}

const aimAt = async (page: Page) => {
  await page.getByRole('button', { name: 'Choose customers' }).click()
  const editor = page.getByRole('dialog', { name: 'Whom the survey may ask' })
  const condition = async (about: string) => {
    await editor.getByRole('searchbox', { name: 'Add a condition' }).fill(about)
    await page.keyboard.press('Enter')
  }
  await condition('Spend a month')
  await editor
    .getByRole('group', { name: /^Spend a month/ })
    .getByLabel('At least')
    .fill('100')
  await condition('Customer for')
  const tenure = editor.getByRole('group', { name: 'Customer for' })
  await tenure.getByLabel('Unit').selectOption({ label: 'months' })
  await tenure.getByLabel('At least').fill('6')
  await editor.getByRole('button', { name: 'Done' }).click()
  await page.getByText(/^About \d[\d,]* people in 14 days/).waitFor()
}

const launch = async (page: Page) => {
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Launch “NPS”?' })
  await dialog.getByText('spend ≥ €100').waitFor()
  await dialog.getByRole('button', { name: 'Launch', exact: true }).click()
  await page.getByText('“NPS” is live.').waitFor()
}
