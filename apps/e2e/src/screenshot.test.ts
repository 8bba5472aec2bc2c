import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBareHost } from './testing/bare-host.ts'
import { type HostPages, startHostPages } from './testing/host-pages.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en
type Said = { heed: (...said: unknown[]) => void }

const openTicket = async (page: Page) => {
  await page.locator('heed-widget [part~=tab]').waitFor()
  await page.evaluate(() => (window as unknown as Said).heed('open', 'ticket'))
  const panel = page.locator('heed-widget [part~=panel]')
  await panel.getByRole('textbox', { name: words.ticket }).fill('This page looks wrong')
  return panel
}

/** Bars of one colour: red in what must not be seen, blue in what may, green in what is lifted from its cover. */
const colourThePage = (page: Page) =>
  page.evaluate(() => {
    const bars = '█'.repeat(12)
    const place = (tag: 'input' | 'p' | 'div', colour: string, top: number) => {
      const made = document.createElement(tag)
      if (made instanceof HTMLInputElement) made.value = bars
      else made.textContent = bars
      Object.assign(made.style, {
        position: 'fixed',
        left: '20px',
        top: `${top}px`,
        color: colour,
        font: '24px monospace',
      })
      document.body.append(made)
      return made
    }
    place('input', 'rgb(255, 0, 0)', 100)
    place('div', 'rgb(255, 0, 0)', 150).dataset.heedMask = ''
    place('p', 'rgb(0, 0, 255)', 200)
    place('input', 'rgb(0, 128, 0)', 260).dataset.heedUnmask = ''
  })

/** How many points of the picture are of each colour, nearly. */
const coloursOf = (page: Page, picture: Buffer, type: string) =>
  page.evaluate(
    async ([base64, kind]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: kind }))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {}
      const count = { red: 0, green: 0, blue: 0 }
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
        if (red > 200 && green < 60 && blue < 60) count.red += 1
        if (green > 100 && red < 60 && blue < 60) count.green += 1
        if (blue > 200 && red < 60 && green < 60) count.blue += 1
      }
      return count
    },
    [picture.toString('base64'), type] as const,
  )

describe('a screenshot with a ticket', () => {
  let stage: Stage
  let pages: HostPages
  let team: Team
  let host: Awaited<ReturnType<typeof startBareHost>>
  beforeAll(async () => {
    stage = await openStage()
    pages = await startHostPages(stage.server.url)
    host = await startBareHost()
    team = await joinTeam(stage.server.url)
  })
  afterAll(async () => {
    await host.close()
    await pages.close()
    await stage.close()
  })

  /** The picture as it reached the team. */
  const attached = async () => {
    const { items } = await team.read<{ items: { id: string; preview: string }[] }>('/tickets?state=open&limit=20')
    const ticketId = items.find(({ preview }) => preview === 'This page looks wrong')?.id
    const { messages } = await team.read<{ messages: { attachments: { id: string }[] }[] }>(`/tickets/${ticketId}`)
    return team.readFile(`/tickets/${ticketId}/attachments/${messages[0]?.attachments[0]?.id}`)
  }

  it('shows the page, and of form fields and what is marked nothing', async () => {
    const { page, faults, leave } = await stage.visit()
    await page.goto(host.url)
    await colourThePage(page)
    await page.addScriptTag({ url: `${stage.server.url}/w/pk_sample.js` })
    const panel = await openTicket(page)
    await panel.getByRole('button', { name: 'Add a screenshot' }).click()
    await page.locator('heed-widget').getByRole('button', { name: 'Use picture' }).click()
    const stored = page.waitForResponse((response) => response.url().includes('/attachments/'))
    await panel.getByRole('button', { name: words.sendTicket }).click()
    await stored

    const { bytes, type } = await attached()
    const colours = await coloursOf(page, bytes, type)

    expect(colours.red).toBe(0)
    expect(colours.blue).toBeGreaterThan(500)
    expect(colours.green).toBeGreaterThan(500)
    expect(faults).toEqual([])
    await leave()
  })

  it('is taken where the browser draws a page within a picture, and will not decode it, as WebKit', async () => {
    const { page, leave } = await stage.visit()
    await page.addInitScript(() => {
      const { decode } = HTMLImageElement.prototype
      HTMLImageElement.prototype.decode = function () {
        return this.src.startsWith('data:image/svg')
          ? Promise.reject(new DOMException('Decoding error.', 'EncodingError'))
          : decode.call(this)
      }
    })
    await page.goto(pages.url('plain'))
    const panel = await openTicket(page)

    await panel.getByRole('button', { name: 'Add a screenshot' }).click()

    await page.locator('heed-widget').getByRole('button', { name: 'Use picture' }).waitFor()
    await leave()
  })

  it('gives way to a file where the policy of the page allows none, and says so', async () => {
    const { page, leave } = await stage.visit()
    await page.goto(pages.url('strict-csp'))
    const panel = await openTicket(page)
    await page.evaluate(() => {
      const { heed } = window as unknown as Said
      heed('on', 'error', ({ code }: { code: string }) => document.documentElement.setAttribute('data-error', code))
    })

    await panel.getByRole('button', { name: 'Add a screenshot' }).click()

    await panel
      .getByRole('alert')
      .filter({ hasText: /screenshot/ })
      .waitFor()
    await expect.poll(() => page.locator('html').getAttribute('data-error')).toBe('capture_refused')
    const chosen = page.waitForEvent('filechooser')
    await panel.getByRole('button', { name: 'Choose a file' }).click()
    await (await chosen).setFiles({ name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from('What I saw') })
    await panel.getByText('page.txt').waitFor()
    await leave()
  })
})
