import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hands, keyboardOf, mouse } from './testing/hands.ts'
import { statusOf } from './testing/looks.ts'
import { sampleSignIn } from './testing/sample.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { type WidgetWords, widgetWords } from './testing/widget-words.ts'

/** A customer of the demo app: whom to be, and how the dashboard will know them. */
type Customer = {
  as: string
  name: string
  words: WidgetWords
  /** Each asks about something else: what did not help one may not be offered to the next. */
  question: string
  article: { title: string; text: RegExp }
  plan: string
  /** Bounds that hold this customer, in whole euros and months. */
  spend: [string, string]
  months: [string, string]
  shown: { plan: string; spend: RegExp }
}

const nadia: Customer = {
  as: 'demo-nadia',
  name: 'Nadia Okafor',
  words: widgetWords.en,
  question: 'my card has not arrived yet',
  article: { title: 'My card has not arrived', text: /5 to 7 working days/ },
  plan: 'Growth',
  spend: ['90', '110'],
  months: ['6', '9'],
  shown: { plan: 'Growth', spend: /€99/ },
}
const maryam: Customer = {
  as: 'demo-maryam',
  name: 'مريم حداد',
  words: widgetWords.ar,
  question: 'بطاقتي الجديدة لم تصل حتى الآن',
  article: { title: 'بطاقتي لم تصل', text: /5 إلى 7 أيام عمل/ },
  plan: 'Enterprise',
  spend: ['2390', '2410'],
  months: ['30', '40'],
  shown: { plan: 'Enterprise', spend: /€2,400/ },
}

const comment = 'Invoices take me two minutes now'
const reply = 'It left our printer this morning'

describe('the main job, from the customer to the team and back', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const runs: [string, Customer, BrowserContextOptions, (page: Page) => Hands][] = [
    ['with a mouse at a desk', nadia, {}, () => mouse],
    [
      'with the keyboard alone',
      {
        ...nadia,
        as: 'demo-lena',
        name: 'Lena',
        plan: 'Growth',
        words: widgetWords.en,
        question: 'the ATM swallowed my card',
        article: { title: 'The ATM swallowed my card', text: /Replace card → Kept by an ATM/ },
        spend: ['120', '135'],
        months: ['12', '16'],
        shown: { plan: 'Growth', spend: /€129/ },
      },
      { locale: 'en-GB' },
      keyboardOf,
    ],
    [
      'on a phone in Arabic, right to left',
      maryam,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      () => mouse,
    ],
  ]

  it.each(runs)('%s', async (name, customer, options, handsOf) => {
    const visit = await stage.visit(options)
    const hands = handsOf(visit.page)
    const english = name.includes('keyboard')

    await answersNps(stage, visit.page, customer, hands, english)
    await filesTicket(visit.page, customer, hands)

    const team = await stage.visit(options.viewport ? { viewport: options.viewport } : {})
    const teamHands = handsOf(team.page)
    await findsBoth(stage, team.page, customer, teamHands, name.includes('mouse at'))
    await repliesAndCloses(team.page, customer, teamHands)

    await readsReply(visit.page, customer, hands)
    expect([...visit.faults, ...team.faults]).toEqual([])
    await visit.leave()
    await team.leave()
  })
})

const widgetOf = (page: Page) => page.locator('heed-widget')

const answersNps = async (stage: Stage, page: Page, { as, words }: Customer, hands: Hands, english: boolean) => {
  await page.goto(`${stage.server.url}/demo?as=${as}`)
  // The keyboard run reads the widget in English whatever the customer's language.
  if (english) {
    await page.evaluate(() =>
      (window as unknown as { heed: (...said: unknown[]) => void }).heed('set', { locale: 'en' }),
    )
  }
  const prompt = widgetOf(page).getByRole('dialog', { name: words.question })
  await prompt.waitFor().catch(async (cause) => {
    throw new Error(`nobody was asked: ${JSON.stringify((await statusOf(page)).surveys)}`, { cause })
  })
  if (words === widgetWords.ar)
    expect(await prompt.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')

  const saved = page.waitForResponse((response) => response.url().includes('/responses/') && response.ok())
  await hands.choose(prompt.getByRole('radio', { name: /^9\b/ }))
  await saved // the score is stored the moment it is chosen

  const commented = page.waitForResponse((response) => response.url().includes('/responses/') && response.ok())
  await hands.write(prompt.getByRole('textbox', { name: words.comment }), comment)
  await hands.choose(prompt.getByRole('button', { name: words.send, exact: true }))
  await commented
  await widgetOf(page).getByText(words.thanks).first().waitFor()
  await hands.choose(widgetOf(page).getByRole('button', { name: words.close }).first())
}

const filesTicket = async (page: Page, { words, question, article }: Customer, hands: Hands) => {
  const widget = widgetOf(page)
  await hands.choose(widget.locator('[part~=tab]'))
  await hands.choose(widget.getByRole('button', { name: words.ask }))
  await hands.write(widget.getByRole('textbox', { name: words.ticket }), question)
  await hands.choose(widget.getByRole('button', { name: article.title }))
  await widget.getByText(article.text).first().waitFor()
  await hands.choose(widget.getByRole('button', { name: words.notSolved }))
  expect(await widget.getByRole('textbox', { name: words.ticket }).inputValue()).toBe(question)
  await hands.choose(widget.getByRole('button', { name: words.sendTicket }))
  await widget.getByText(words.ticketSent).waitFor()
}

const findsBoth = async (stage: Stage, page: Page, customer: Customer, hands: Hands, byLink: boolean) => {
  if (byLink) {
    await page.goto(stage.server.signInLink)
  } else {
    await page.goto(`${stage.server.url}/sign-in`)
    await hands.write(page.getByLabel('E-mail'), sampleSignIn.email)
    await hands.write(page.getByLabel('Password'), sampleSignIn.password)
    await hands.choose(page.getByRole('button', { name: 'Sign in' }))
  }
  await page.getByRole('heading', { name: 'Overview' }).waitFor()

  await hands.choose(page.getByRole('button', { name: 'Filter', exact: true }))
  const editor = page.getByRole('dialog', { name: 'Filter customers' })
  const condition = async (about: string) => {
    await hands.write(editor.getByRole('searchbox', { name: 'Add a condition' }), about)
    await page.keyboard.press('Enter')
  }
  await condition('Plan')
  await hands.write(editor.getByRole('searchbox', { name: 'Find a value of Plan' }), customer.plan)
  const plan = editor.getByRole('checkbox', { name: new RegExp(`^${customer.plan}`) })
  await plan.waitFor()
  await page.keyboard.press('Enter')
  expect(await plan.isChecked()).toBe(true)
  await condition('Spend a month')
  const spend = editor.getByRole('group', { name: /^Spend a month/ })
  await hands.write(spend.getByLabel('At least'), customer.spend[0])
  await hands.write(spend.getByLabel('At most'), customer.spend[1])
  await condition('Customer for')
  const tenure = editor.getByRole('group', { name: 'Customer for' })
  await hands.pick(tenure.getByLabel('Unit'), 'months')
  await hands.write(tenure.getByLabel('At least'), customer.months[0])
  await hands.write(tenure.getByLabel('At most'), customer.months[1])
  await hands.choose(editor.getByRole('button', { name: 'Done' }))
  await page.waitForURL(/segment=plan:.*;spend:.*;tenure:/)

  await hands.choose(page.getByRole('link', { name: 'Responses' }).first())
  const answer = page.getByRole('listitem').filter({ hasText: comment }).filter({ hasText: customer.name })
  await answer.waitFor()
  expect(await answer.textContent()).toContain(customer.shown.plan)
  expect(await answer.textContent()).toMatch(customer.shown.spend)

  await hands.choose(page.getByRole('link', { name: 'Inbox' }).first())
  await page.waitForURL(/\/tickets\?segment=plan:/)
  const ticket = page.getByRole('listitem').filter({ hasText: customer.question }).filter({ hasText: customer.name })
  await hands.choose(ticket.getByRole('link').first())
  await page.getByRole('heading', { name: new RegExp(customer.name) }).waitFor()
  const context = await page.getByRole('complementary').textContent()
  expect(context).toContain(customer.shown.plan)
  expect(context).toMatch(customer.shown.spend)
  expect(context).toContain(customer.article.title)
}

const repliesAndCloses = async (page: Page, { name }: Customer, hands: Hands) => {
  await hands.write(page.getByRole('textbox', { name: new RegExp(`Reply to ${name}`) }), reply)
  await hands.choose(page.getByRole('button', { name: 'Send reply' }))
  await page.getByText(reply).first().waitFor()
  await hands.pick(page.getByRole('combobox', { name: 'Area' }), 'Cards')
  await hands.choose(page.getByRole('button', { name: 'Close with area' }))
  await page.getByRole('button', { name: /Reopen|Open again/ }).waitFor()
}

const readsReply = async (page: Page, { words, question }: Customer, hands: Hands) => {
  const widget = widgetOf(page)
  await hands.choose(widget.getByRole('button', { name: words.close }).first())
  // The launcher counts the reply, and leads straight to it.
  await hands.choose(widget.locator('[part~=tab]').filter({ hasText: '(1)' }))
  const item = widget.getByText(question).first()
  await item.waitFor()
  const text = widget.getByText(reply).first()
  if (!(await text.isVisible())) await hands.choose(widget.getByRole('button').filter({ hasText: question }).first())
  await text.waitFor()
}
