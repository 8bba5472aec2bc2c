import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liesWithin, npsOf, say, statusOf, widgetOf } from './hosts/promises.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en

describe('the widget at moments that no host page plans', () => {
  let stage: Stage
  let team: Team
  beforeAll(async () => {
    stage = await openStage()
    team = await joinTeam(stage.server.url)
  })
  afterAll(() => stage.close())

  /** A host page of that body, with the tag. */
  const hostOf = async (body: string) => {
    const visit = await stage.visit({ permissions: ['clipboard-read', 'clipboard-write'] })
    const tag = `<script src="${stage.server.url}/w/pk_sample.js"></script>`
    await visit.page.route('**/own-host', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Host page</title><body>${body}${tag}</body></html>`,
      }),
    )
    await visit.page.goto(`${stage.server.url}/own-host`)
    return visit
  }

  it('files a question in the name of the person also after another tab signed out', async () => {
    const question = 'Whose is this after a sign-out in another tab?'
    const { page, leave } = await stage.visit()
    const other = await page.context().newPage()
    for (const tab of [other, page]) await tab.goto(`${stage.server.url}/demo/settings?as=demo-nadia`)
    await say(page, 'open', 'ticket')
    const field = widgetOf(page).getByRole('textbox', { name: words.ticket })
    // The claim goes with the first search for suggestions.
    const introduced = page.waitForResponse((response) => response.url().endsWith('/person') && response.ok())
    await field.pressSequentially(question.slice(0, 20))
    await introduced

    await say(other, 'reset')
    await field.pressSequentially(question.slice(20))
    await widgetOf(page).getByRole('button', { name: words.sendTicket }).click()
    await widgetOf(page).getByText(words.ticketSent).waitFor()

    type Ticket = { preview: string; person: { userId: string | null } }
    const { items } = await team.read<{ items: Ticket[] }>('/tickets?state=open&limit=100')
    expect(items.find(({ preview }) => preview === question)?.person.userId).toBe('demo-nadia')
    await leave()
  })

  it('sends what the database has when that takes nothing more, and does not say that more is kept', async () => {
    const [first, second] = ['Is the first one sent when storage is full?', `And the second? ${'x'.repeat(3000)}`]
    const { page, leave } = await stage.visit()
    await page.goto(`${stage.server.url}/demo/settings?as=demo-tom`)
    const asks = async (question: string, isKept: boolean) => {
      await say(page, 'open', 'ticket')
      await widgetOf(page).getByRole('textbox', { name: words.ticket }).fill(question)
      await widgetOf(page).getByRole('button', { name: words.sendTicket }).click()
      await widgetOf(page)
        .getByText(isKept ? words.waiting : words.busy)
        .waitFor()
      if (!isKept) expect(await widgetOf(page).getByText(words.waiting).count()).toBe(0)
      await say(page, 'close')
    }
    await page.route('**/w/pk_sample/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    )
    await asks(first, true)
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (value: unknown, ...key) {
        if (JSON.stringify(value).length < 1500) return put.call(this, value, ...key)
        this.transaction.abort()
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await asks(second, false)

    await page.unroute('**/w/pk_sample/**')
    await page.evaluate(() => dispatchEvent(new Event('online')))

    await expect.poll(async () => (await statusOf(page)).waiting, { timeout: 15_000 }).toBe(0)
    expect(await team.countTickets(first)).toBe(1)
    await leave()
  })

  it('copies and pastes in its own fields where the host page listens for both', async () => {
    const { page, leave } = await hostOf('<p>A board that takes whatever is pasted beside a field</p>')
    await page.evaluate(() => {
      const taken: string[] = []
      Object.assign(window, { taken })
      for (const type of ['copy', 'cut', 'paste'])
        document.addEventListener(type, (event) => {
          if ((event.target as Element).closest('input,textarea')) return
          event.preventDefault()
          taken.push(type)
        })
    })
    await say(page, 'open', 'ticket')
    const field = widgetOf(page).getByRole('textbox', { name: words.ticket })
    await field.fill('twice ')
    await field.press('Control+a')
    await field.press('Control+c')
    await field.press('End')
    await field.press('Control+v')

    expect(await field.inputValue()).toBe('twice twice ')
    expect(await page.evaluate(() => (window as unknown as { taken: string[] }).taken)).toEqual([])
    await leave()
  })

  it('asks nobody behind an element of the page that fills the screen', async () => {
    const { page, leave } = await hostOf(
      '<div id="film"><button onclick="film.requestFullscreen()">Film</button></div>',
    )
    await page.getByRole('button', { name: 'Film' }).click()
    await page.waitForFunction(() => document.fullscreenElement)
    const survey = await npsOf(page)
    await page.waitForTimeout(10_000) // longer than the prompt's delay

    expect((await statusOf(page)).surveys[survey]).toBe('dialog_open')
    await page.evaluate(() => document.exitFullscreen())
    await widgetOf(page).getByRole('dialog', { name: words.question }).waitFor()
    await leave()
  })

  it('leaves the page where it was scrolled to when a prompt is put away', async () => {
    const { page, leave } = await hostOf('<input aria-label="Search"><div style="height: 5000px"></div>')
    await page.getByRole('textbox', { name: 'Search' }).click()
    await page.evaluate(() => scrollTo(0, 3000))
    await say(page, 'survey', await npsOf(page))
    const prompt = widgetOf(page).getByRole('dialog', { name: words.question })
    await prompt.getByRole('button', { name: words.close }).click()
    await prompt.waitFor({ state: 'detached' })

    expect(await page.evaluate(() => scrollY)).toBe(3000)
    await leave()
  })

  it('keeps a reply with a long address, and its button, within the card of a phone on its side', async () => {
    const { page, leave } = await stage.visit({ viewport: { width: 640, height: 320 } })
    const widget = widgetOf(page)
    await page.goto(`${stage.server.url}/demo/settings?as=demo-tom`)
    await say(page, 'open', 'ticket')
    await widget.getByRole('textbox', { name: words.ticket }).fill('Where do I paste this address?')
    await widget.getByRole('button', { name: words.sendTicket }).click()
    await widget.getByText(words.ticketSent).waitFor()
    await widget.getByRole('button', { name: words.messages }).click()
    await widget.getByRole('button', { name: /Where do I paste this/ }).click()
    const field = widget.getByRole('textbox', { name: words.reply })
    await field.fill(`https://example.com/${'a'.repeat(140)}\n`.repeat(9))

    const card = widget.getByRole('dialog')
    const [inner, outer] = [await field.boundingBox(), await card.boundingBox()]
    expect(inner?.width).toBeLessThan(outer?.width ?? 0)
    await liesWithin(widget.getByRole('button', { name: words.sendReply }), card)
    await leave()
  })
})
