import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statusOf } from './testing/looks.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en
type Said = { heed: (...said: unknown[]) => void }

describe('the widget as a guest', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  it('makes one request at rest', async () => {
    const { page, requests, faults, leave } = await stage.visit()
    // The person was asked already, so that no prompt is due.
    await page.goto(`${stage.server.url}/demo`)
    const prompt = page.locator('heed-widget').getByRole('dialog', { name: words.question })
    await prompt.waitFor()
    const dismissed = page.waitForResponse(/\/dismissal$/)
    await prompt.getByRole('button', { name: words.close }).click()
    await (await dismissed).finished()
    // What was not crossed off yet would be sent again by the next page.
    const waiting = () => page.evaluate(() => JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}').waiting)
    await expect.poll(waiting).toBeFalsy()
    requests.length = 0

    await page.reload()
    await page.locator('heed-widget [part~=tab]').waitFor()
    await page.waitForTimeout(6_000) // longer than the prompt's delay

    expect(requests.filter((line) => line.includes('/w/'))).toEqual(['GET /w/pk_sample.js'])
    expect(await prompt.isVisible()).toBe(false)
    expect(faults).toEqual([])
    await leave()
  })

  it('leaves no global but heed, and says why a survey is not shown', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/livez`)
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window))
    // Somebody else: who was asked above is not asked again in another browser.
    await page.goto(`${stage.server.url}/demo?as=demo-tom`)
    await page.locator('heed-widget').getByRole('dialog', { name: words.question }).waitFor()
    const after = await page.evaluate(() => Object.getOwnPropertyNames(window))
    await page.keyboard.press('Escape')

    const status = await page.evaluate(
      () =>
        new Promise<{ surveys: Record<string, string>; words: Record<string, string> }>((tell) =>
          (window as unknown as Said).heed('status', tell),
        ),
    )

    expect(after.filter((name) => !before.includes(name) && !/^\d+$/.test(name))).toEqual(['heed'])
    // Of the sample's surveys one shows by itself; the others wait for a call.
    expect(Object.values(status.surveys)).toHaveLength(1)
    expect(Object.keys(status.words)).toEqual(expect.arrayContaining(Object.keys(status.surveys)))
    await leave()
  })

  it('lets a prompt stand when the host page changes the language, and speaks the other one from then on', async () => {
    const { page, leave } = await stage.visit()
    const set = (locale: string) =>
      page.evaluate((tag) => (window as unknown as Said).heed('set', { locale: tag }), locale)
    await page.goto(`${stage.server.url}/demo?as=demo-maryam`)
    const prompt = page.locator('heed-widget').getByRole('dialog', { name: widgetWords.ar.question })
    await prompt.waitFor()

    await set('en')
    await page.waitForTimeout(300)
    expect(await prompt.isVisible()).toBe(true)
    await prompt.getByRole('button', { name: widgetWords.ar.close }).click()
    await prompt.waitFor({ state: 'detached' })
    await page.locator('heed-widget [part~=tab]').click()
    await page.locator('heed-widget').getByRole('button', { name: words.ask }).waitFor()
    await leave()
  })

  it('keeps an account that is named before its user', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings`)
    await page.locator('heed-widget [part~=tab]').waitFor()
    const claimed = page.waitForRequest((request) => request.url().endsWith('/person'))

    await page.evaluate((ask) => {
      const { heed } = window as unknown as Said
      heed('reset')
      heed('account', { accountId: 'acme', plan: 'growth' })
      heed('identify', { userId: 'u9' })
      heed('open', ask)
    }, 'ticket')
    const widget = page.locator('heed-widget')
    await widget.getByRole('textbox', { name: words.ticket }).fill('Which plan am I on?')
    await widget.getByRole('button', { name: words.sendTicket }).click()

    expect((await claimed).postDataJSON()).toEqual({ userId: 'u9', account: { accountId: 'acme', plan: 'growth' } })
    await leave()
  })

  it('keeps two users of one browser apart', async () => {
    const { page, leave } = await stage.visit()
    // Whatever stands open or is on its way is put away when another person is named.
    const come = async (as: string) => {
      await page.goto(`${stage.server.url}/demo/settings?as=${as}`)
      await expect.poll(async () => (await statusOf(page)).identified).toBe(true)
    }
    await come('demo-nadia')
    const widget = page.locator('heed-widget')
    await page.evaluate(() => (window as unknown as Said).heed('open', 'ticket'))
    await widget.getByRole('textbox', { name: words.ticket }).fill('A question of Nadia alone')
    await widget.getByRole('button', { name: words.sendTicket }).click()
    await widget.getByText(words.ticketSent).waitFor()

    await come('demo-tom')
    await page.evaluate(() => (window as unknown as Said).heed('open', 'messages'))
    await widget.getByText('You have not asked anything yet.').waitFor()

    await come('demo-nadia')
    await page.evaluate(() => (window as unknown as Said).heed('open', 'messages'))
    await widget.getByText('A question of Nadia alone').first().waitFor()
    await leave()
  })

  it('closes a prompt in the name of whom it was shown to when somebody is named', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings`)
    await page.locator('heed-widget [part~=tab]').waitFor()
    const shown = page.waitForRequest(/\/exposures\/\w+$/)
    await page.evaluate((survey) => {
      const { heed } = window as unknown as Said
      heed('reset')
      heed('survey', survey)
    }, 'srv_000000000payinvoice00')
    const { url, headers } = await shown.then((request) => ({ url: request.url(), headers: request.headers() }))
    const dismissed = page.waitForRequest(`${url}/dismissal`)

    await page.evaluate(() => (window as unknown as Said).heed('identify', { userId: 'named-later' }))

    expect((await dismissed).headers()['x-heed-visitor']).toBe(headers['x-heed-visitor'])
    expect(await page.locator('heed-widget').getByRole('dialog').count()).toBe(0)
    await leave()
  })

  it('draws help in the page anew for another person, and goes on with what one typed before being named', async () => {
    const { page, faults, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings`)
    await page.locator('heed-widget [part~=tab]').waitFor()
    const name = (userId: string) =>
      page.evaluate((userId) => (window as unknown as Said).heed('identify', { userId }), userId)
    await page.evaluate(() => {
      ;(window as unknown as Said).heed('reset')
      document.querySelector('main')?.prepend(document.createElement('heed-help'))
      ;(window as unknown as Said).heed('page')
    })
    const help = page.locator('heed-help')
    const question = help.getByRole('textbox', { name: words.ticket })
    await help.getByRole('button', { name: words.ask }).click()
    await question.fill('Words of the first person')

    await name('first')
    expect(await question.inputValue()).toBe('Words of the first person')
    await name('second')
    await help.getByRole('button', { name: words.ask }).click()

    expect(await question.inputValue()).toBe('')
    await name('first')
    await help.getByRole('button', { name: words.ask }).click()
    expect(await question.inputValue()).toBe('Words of the first person')
    expect(faults).toEqual([])
    await leave()
  })

  it('leaves the focus in a field that was gone to before a panel came, and gives it back into a shadow root', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings`)
    await page.locator('heed-widget [part~=tab]').waitFor()
    await page.evaluate(() => {
      const [bar, opener, field] = ['div', 'button', 'input'].map((name) => document.createElement(name))
      if (!bar || !opener || !field) return
      opener.textContent = 'Help'
      opener.dataset.heedOpen = 'help'
      field.id = 'field'
      bar.attachShadow({ mode: 'open' }).append(opener)
      document.querySelector('main')?.prepend(bar, field)
    })
    const search = page.locator('heed-widget').getByRole('searchbox')
    const field = page.locator('#field')
    const opener = page.getByRole('button', { name: 'Help', exact: true })
    let release = () => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    await page.route('**/help.js*', async (route) => {
      await released
      await route.continue()
    })

    await opener.press('Enter')
    await field.click()
    await page.keyboard.type('Half of what ')
    release()
    await search.waitFor()
    await page.keyboard.type('one writes')
    expect(await field.inputValue()).toBe('Half of what one writes')
    expect(await search.inputValue()).toBe('')

    await page.evaluate(() => (window as unknown as Said).heed('close'))
    await opener.press('Enter')
    await search.waitFor()
    await expect.poll(() => search.evaluate((element) => element.matches(':focus'))).toBe(true)
    await page.keyboard.press('Escape')
    expect(await opener.evaluate((element) => element.matches(':focus'))).toBe(true)
    await leave()
  })

  it('keeps all of a card within a small window, however far from its edges the host page wants it', async () => {
    const { page, leave } = await stage.visit({ viewport: { width: 640, height: 360 } })
    await page.goto(`${stage.server.url}/demo/settings`)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('heed-widget { --heed-offset: 80px }')
      document.adoptedStyleSheets.push(sheet)
    })
    await page.locator('heed-widget [part~=tab]').waitFor()

    await page.evaluate(() => (window as unknown as Said).heed('open', 'ticket'))
    const widget = page.locator('heed-widget')
    await widget.getByRole('textbox', { name: words.ticket }).waitFor()
    const card = await widget.locator('[part=panel]').boundingBox()

    expect(card?.y).toBeGreaterThanOrEqual(0)
    expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(360)
    await leave()
  })
})
