import type { APIRequestContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, checkPage } from './testing/axe.ts'
import { sampleSignIn } from './testing/sample.ts'
import { openStage, type Stage } from './testing/stage.ts'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const looks = [
  ['1440 light', { viewport: desk, colorScheme: 'light' }],
  ['390 dark', { viewport: phone, colorScheme: 'dark' }],
  ['390 light', { viewport: phone, colorScheme: 'light' }],
  ['1440 dark', { viewport: desk, colorScheme: 'dark' }],
] as const

const body = `How to pay abroad. See [fees](/help/fees-abroad) or [our status](https://status.example.com).

## Before you go

1. Look at your **limit**
2. Keep \`NB-4711\` at hand

### What it costs

> Half a per cent, and never less than a cent.

\`\`\`
POST /payments?reference=0123456789012345678901234567890123456789012345678901234567890123456789
\`\`\`

![A very small picture](PICTURE)

---

Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung`

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('the public help centre', () => {
  let stage: Stage
  let centre: string
  beforeAll(async () => {
    stage = await openStage()
    const { page, leave } = await stage.visit()
    centre = await writeArticles(page.request, stage.server.url)
    await leave()
  })
  afterAll(() => stage.close())

  const open = async (options: Parameters<Stage['visit']>[0] = {}) => {
    const visiting = await stage.visit({ locale: 'en', ...options })
    return { ...visiting, go: (path: string) => visiting.page.goto(centre + path) }
  }

  it.each(looks)('has no axe violation, and nothing wider than the screen, at %s', async (name, options) => {
    const { page, go, leave } = await open({ ...options, bypassCSP: true })
    await bringAxe(page)
    const check = (state: string) => checkPage(page, `help centre ${state}, ${name}`)

    await go('')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await check('index')
    await go('/en/paying-abroad')
    await check('article')
    await go('/ar/paying-abroad')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await check('article in arabic')
    await go('/de?q=bezahlen')
    await check('search in german')
    await go('/en?q=zzzz+qqqq')
    await check('nothing found')
    await go('/ja/nothing')
    await check('nothing there')
    await leave()
  })

  it('is read from the first page on: search, article, other language, verdict', async () => {
    const { page, faults, go, leave } = await open()
    await go('')

    await page.getByRole('searchbox').fill('my card has not arrived')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: /My card has not arrived/ }).click()
    await page.getByRole('heading', { level: 1, name: /My card has not arrived/ }).waitFor()
    await go('/en/paying-abroad')
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { level: 1, name: 'Im Ausland bezahlen' }).waitFor()
    await page.getByRole('button', { name: 'Ja' }).click()

    await page.getByRole('status').getByText('Danke.').waitFor()
    expect(page.url()).toBe(`${centre}/de/paying-abroad?answered#verdict`)
    expect(await page.context().cookies()).toEqual([])
    expect(faults).toEqual([])
    await leave()
  })
})

/** As the sample's owner, publishes one article in three languages. @returns the address of the help centre */
const writeArticles = async (request: APIRequestContext, origin: string): Promise<string> => {
  const ask = async (method: string, path: string, data?: object) => {
    const reply = await request.fetch(`${origin}/api${path}`, { method, ...(data ? { data } : {}) })
    expect([path, reply.ok()]).toEqual([path, true])
    return reply.json()
  }
  await ask('POST', '/session', sampleSignIn)
  const image = await request.post(`${origin}/api/articles/images`, {
    headers: { 'content-type': 'image/png' },
    data: dot,
  })
  const { address } = await image.json()
  const { items: areas } = await ask('GET', '/areas')
  const titles = { en: 'Paying abroad', de: 'Im Ausland bezahlen', ar: 'الدفع في الخارج' }
  for (const [locale, title] of Object.entries(titles)) {
    const text = body.replace('PICTURE', address)
    const article = { slug: 'paying-abroad', locale, title, summary: title, body: text, areaId: areas[0].id }
    const { id } = await ask('POST', '/articles', article)
    await ask('PUT', `/articles/${id}/publication`)
  }
  return origin + (await ask('GET', '/help-centre')).address
}
