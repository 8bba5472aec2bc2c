import { chromium } from 'playwright-core'

/**
 * How long the results of a survey take to open in Chromium, from the address to its figure and to all of the page, in
 * milliseconds on the clock: `node open-results.mjs http://localhost:4747 <e-mail> <password> <survey> [query]`.
 */
const [server, email, password, surveyId, query = 'days=365'] = process.argv.slice(2)
const openings = 12

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.request.post(`${server}/api/session`, { data: { email, password } })

const took = []
for (let opening = 0; opening < openings; opening++) {
  await page.goto('about:blank')
  const begin = performance.now()
  await page.goto(`${server}/surveys/${surveyId}?${query}`, { waitUntil: 'commit' })
  await page.locator('.headline').waitFor()
  const figure = performance.now() - begin
  await page.locator('.cut-table tbody tr').first().waitFor()
  took.push({ figure, all: performance.now() - begin })
}
await browser.close()

const [first, ...later] = took
for (const what of ['figure', 'all']) {
  const sorted = later.map((one) => one[what]).sort((a, b) => a - b)
  const [shortest, median] = [sorted[0], sorted[Math.floor(sorted.length / 2)]].map(Math.round)
  process.stdout.write(`${what}: first ${Math.round(first[what])}, median ${median}, shortest ${shortest}\n`)
}
