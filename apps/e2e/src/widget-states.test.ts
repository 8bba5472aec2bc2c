import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LookedAt, looks, npsOf, say, visitIn } from './testing/looks.ts'
import { refused } from './testing/refused.ts'
import { openStage, type Stage } from './testing/stage.ts'

/** The sample's surveys that wait for the host page's code, by kind. */
const surveys = {
  csat: 'srv_000000000payinvoice00',
  ces: 'srv_000000000sendpayment0',
  stars: 'srv_000000000cardspage000',
  faces: 'srv_000000000invoicespage',
  reaction: 'srv_000000000payseveral00',
  'single choice': 'srv_000000000helpmost0000',
  'multiple choice': 'srv_000000000usedfor00000',
  comparison: 'srv_000000000whichidea000',
  text: 'srv_000000000onething0000',
}

/** Kinds whose answer is refused as well: a row of numbers, one press, pictures, words. The others are refused in the same words. */
const refusedToo = ['nps', 'single choice', 'stars', 'text']

describe('no axe violation in any state of the launcher and the prompts', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  /** Shows the prompt and moves the focus into it by F6, from a button of the page. */
  const ask = async ({ page, card }: LookedAt, surveyId: string) => {
    await page.locator('main button').focus()
    await say(page, 'survey', surveyId)
    await card.waitFor()
    await page.keyboard.press('F6')
    await card.locator(':focus').waitFor()
  }

  /** Chooses, and writes more where there is a field for it. */
  const choose = async ({ card }: LookedAt) => {
    const [radio, box, field] = [card.getByRole('radio'), card.getByRole('checkbox'), card.getByRole('textbox')]
    if ((await radio.count()) > 0) await radio.nth(1).click()
    for (const at of (await box.count()) > 0 ? [0, 3] : []) await box.nth(at).click()
    if (await field.isVisible()) await field.fill('The list could be longer')
  }

  const send = async ({ card }: LookedAt) => {
    const button = card.locator('[part=send]')
    if (await button.isVisible()) await button.click()
  }

  describe.each(looks)('%s', (name, look) => {
    let at: LookedAt
    beforeAll(async () => {
      at = await visitIn(stage, name, look)
    })
    afterAll(() => at.leave())

    it('launcher at rest, as a button, loading, and when nothing could be loaded', async () => {
      const module = /\/runtime\.\w+\.js/
      const at = await visitIn(stage, name, look, (page) => page.route(module, (route) => route.abort()))
      await at.check('tab')
      await at.launcher.click()
      await at.launcher.getByText('↻').waitFor()
      await at.check('tab failed')
      await say(at.page, 'set', { position: 'bottom-right' })
      await at.page.mouse.move(0, 0)
      await at.check('button')
      await at.page.unroute(module)

      await at.openHelp()
      await at.check('help in place of the button')
      await at.closeTo(at.launcher)
      await at.leave()
    })

    it.each([['nps', ''], ...Object.entries(surveys)])('%s', async (kind, id) => {
      const surveyId = id || (await npsOf(at.page))
      const opener = at.page.locator('main button')
      await ask(at, surveyId)
      await at.check(`${kind} asked`)
      await choose(at)
      await at.check(`${kind} chosen`)
      await send(at)
      await at.widget.getByText(at.words.thanks).last().waitFor()
      await at.check(`${kind} thanks`)
      await at.closeTo(opener)

      await ask(at, surveyId)
      await at.page.context().setOffline(true)
      await choose(at)
      await send(at)
      await at.card.getByText(at.words.thanksLater).waitFor()
      await at.check(`${kind} offline`)
      await at.closeTo(opener)
      await at.page.context().setOffline(false)
      if (!refusedToo.includes(kind)) return

      const answers = '**/responses/*'
      const refuse = () => at.page.route(answers, (route) => route.fulfill(refused))
      const delivered = () =>
        expect
          .poll(() => at.page.evaluate(() => JSON.parse(localStorage.getItem('heed:pk_sample') ?? '{}').waiting ?? 0))
          .toBe(0)
      // What was said offline must not be what is refused.
      await delivered()
      await ask(at, surveyId)
      // Where nothing more is asked, the choice itself is refused; else the words are, and stay to be copied.
      if (kind === 'single choice') await refuse()
      await choose(at)
      if (kind !== 'single choice') await delivered()
      await refuse()
      await send(at)
      await at.card.getByText(at.words.answerRefused).waitFor()
      await at.check(`${kind} refused`)
      await at.closeTo(opener)
      await at.page.unroute(answers)
    })
  })
})
