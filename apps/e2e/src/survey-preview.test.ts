import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

type Told = { ready: number; heights: number[] }
const survey = {
  id: 'srv_draft',
  version: 1,
  kind: 'nps',
  texts: { en: { question: 'How likely, in the preview?', thanks: 'Much obliged.' }, ar: { question: 'ما رأيك؟' } },
  trigger: { delayMs: 0 },
  repeatAfterDays: null,
}

it('draws a survey as the widget does, in any language, colour and size, and sends nothing', async () => {
  const { page, requests, faults, leave } = await stage.visit()
  await page.goto(`${stage.server.url}/sign-in`)
  await page.evaluate(() => {
    const told: Told = { ready: 0, heights: [] }
    addEventListener('message', ({ data }) => {
      if (data.heedPreviewReady) told.ready += 1
      if (data.heedPreviewHeight) told.heights.push(data.heedPreviewHeight)
    })
    const frame = Object.assign(document.createElement('iframe'), { src: '/w/preview.html', id: 'preview' })
    frame.width = '900'
    frame.height = '600'
    document.body.replaceChildren(frame)
    Object.assign(window, { told })
  })
  const told = () => page.evaluate(() => (window as unknown as { told: Told }).told)
  const order = (heedPreview: object) =>
    page.evaluate(
      (said) =>
        document
          .querySelector<HTMLIFrameElement>('#preview')
          ?.contentWindow?.postMessage({ heedPreview: said }, location.origin),
      heedPreview,
    )
  const inside = page.frameLocator('#preview')
  const card = inside.locator('section[role=dialog]')
  await expect.poll(async () => (await told()).ready).toBe(1)

  await order({ survey, locale: 'en', theme: 'light', accent: '#1a6b5c', workspaceName: 'Northwind' })
  await card.getByText('How likely, in the preview?').waitFor()
  await expect.poll(async () => (await told()).heights.at(-1) ?? 0).toBeGreaterThan(150)
  const asked = (await told()).heights.at(-1) ?? 0
  await card.getByRole('radio', { name: '9', exact: true }).click()
  await card.getByRole('textbox').fill('Words that go nowhere')
  await expect.poll(async () => (await told()).heights.at(-1) ?? 0).toBeGreaterThan(asked)
  await card.getByRole('button', { name: 'Send' }).click()
  await card.getByText('Much obliged.').waitFor()
  await card.getByRole('button', { name: 'Close' }).click()
  await card.getByText('How likely, in the preview?').waitFor()

  const coloured = { ...survey, form: { accent: '#aa3366' } }
  await order({ survey: coloured, locale: 'ar', theme: 'dark' })
  await card.getByText('ما رأيك؟').waitFor()
  expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(32, 30, 27)')

  await page.locator('#preview').evaluate((frame) => frame.setAttribute('width', '390'))
  const fills = () =>
    card.evaluate((element) => innerWidth < 400 && element.getBoundingClientRect().width === innerWidth)
  await expect.poll(fills).toBe(true)

  expect(requests.filter((line) => /^(PUT|POST)/.test(line))).toEqual([])
  expect(faults).toEqual([])
  await leave()
})
