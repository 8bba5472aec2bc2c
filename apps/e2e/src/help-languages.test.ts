import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from './testing/looks.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam, type Team } from './testing/team.ts'

type Speaker = {
  locale: string
  words: { ticket: string; solved: string; sendTicket: string; ticketSent: string }
  /** A question, the article that answers it, and words of that article. */
  asked: { question: string; title: string; text: RegExp }
  /** Words of no article. */
  nonsense: string
  /** A question that no article answers by its words, how others ask the same, and the article that a member closes it with. */
  taught: { question: string; again: string; title: string }
}

const speakers: Speaker[] = [
  {
    locale: 'en',
    words: {
      ticket: 'What do you need help with?',
      solved: 'This solved it',
      sendTicket: 'Send question',
      ticketSent: 'Your question is with us.',
    },
    asked: {
      question: 'my new card has not arrived yet',
      title: 'My card has not arrived',
      text: /5 to 7 working days/,
    },
    nonsense: 'zebra violin umbrella',
    taught: {
      question: 'Our new director only has a licence to drive, can she be checked with that',
      again: 'Can the director be checked with her licence for driving',
      title: 'Verify my identity',
    },
  },
  {
    locale: 'de',
    words: {
      ticket: 'Wobei brauchen Sie Hilfe?',
      solved: 'Das hat geholfen',
      sendTicket: 'Frage absenden',
      ticketSent: 'Ihre Frage ist bei uns.',
    },
    asked: {
      question: 'Meine neue Karte ist noch nicht angekommen',
      title: 'Meine Karte ist nicht angekommen',
      text: /5 bis 7 Werktage/,
    },
    nonsense: 'Zebra Geige Regenschirm',
    taught: {
      question: 'Die Zahlung an unseren Vermieter hängt seit Freitag',
      again: 'Seit Freitag hängt eine Zahlung an den Vermieter',
      title: 'Meine Überweisung steht noch aus',
    },
  },
  {
    locale: 'tr',
    words: {
      ticket: 'Hangi konuda yardım istiyorsunuz?',
      solved: 'Sorunum çözüldü',
      sendTicket: 'Soruyu gönder',
      ticketSent: 'Sorunuz bize ulaştı.',
    },
    asked: { question: 'Yeni kartım hâlâ gelmedi', title: 'Kartım gelmedi', text: /5 ila 7 iş günü/ },
    nonsense: 'zebra keman şemsiye',
    taught: {
      question: 'Kiracıya yaptığım ödeme pazartesiden beri takılı',
      again: 'Pazartesiden beri takılı kaldı, kiracıya yaptığım ödeme',
      title: 'Havalem hâlâ beklemede',
    },
  },
  {
    locale: 'lt',
    words: {
      ticket: 'Dėl ko jums reikia pagalbos?',
      solved: 'Tai padėjo',
      sendTicket: 'Siųsti klausimą',
      ticketSent: 'Jūsų klausimą gavome.',
    },
    asked: {
      question: 'Mano nauja kortelė dar neatkeliavo',
      title: 'Mano kortelė neatkeliavo',
      text: /5–7 darbo dienas/,
    },
    nonsense: 'zebras smuikas skėtis',
    taught: {
      question: 'Mokėjimas nuomotojui stringa nuo penktadienio',
      again: 'Nuo penktadienio stringa mūsų mokėjimas nuomotojui',
      title: 'Mano pavedimas vis dar laukia',
    },
  },
  {
    locale: 'ar',
    words: {
      ticket: 'بماذا تحتاج إلى مساعدة؟',
      solved: 'هذا حلّ المشكلة',
      sendTicket: 'إرسال السؤال',
      ticketSent: 'وصلنا سؤالك.',
    },
    asked: { question: 'بطاقتي الجديدة لم تصل حتى الآن', title: 'بطاقتي لم تصل', text: /5 إلى 7 أيام عمل/ },
    nonsense: 'زرافة كمان مظلة',
    taught: {
      question: 'الدفعة إلى مالك المكتب عالقة منذ الجمعة',
      again: 'منذ الجمعة دفعة مالك المكتب عالقة',
      title: 'حوالتي ما زالت معلّقة',
    },
  },
]

const widgetOf = (page: Page) => page.locator('heed-widget')

/** A customer who reads that language, with the question form open. */
const openForm = async (page: Page, { locale, words }: Speaker) => {
  await say(page, 'set', { locale })
  await say(page, 'open', 'ticket')
  await widgetOf(page).getByRole('textbox', { name: words.ticket }).waitFor()
}

/** The first answer of a server that just started takes a busy machine long. */
const patienceMs = 60_000

/** Types it, and waits for what the server suggests. @returns the titles that stand there then */
const type = async (page: Page, { words }: Speaker, text: string): Promise<string[]> => {
  const suggested = page.waitForResponse(
    (response) => response.url().endsWith('/suggestions') && response.request().postDataJSON().text === text,
    { timeout: patienceMs },
  )
  await widgetOf(page).getByRole('textbox', { name: words.ticket }).fill(text)
  const { items } = (await (await suggested).json()) as { items: { title: string }[] }
  const titles = widgetOf(page).locator('.offers li')
  await expect.poll(() => titles.count()).toBe(items.length)
  return items.map(({ title }) => title)
}

describe('help before the ticket, in five languages', () => {
  let stage: Stage
  let team: Team
  beforeAll(async () => {
    stage = await openStage()
    team = await joinTeam(stage.server.url)
  })
  afterAll(() => stage.close())

  const visit = async (url: string) => {
    const visit = await stage.visit()
    await visit.page.goto(`${url}/demo/settings?as=demo-nadia`)
    await widgetOf(visit.page).locator('[part~=tab]').waitFor()
    return visit
  }

  /** As a member, closes the open ticket of these words with an article. */
  const closeWith = async ({ locale, taught }: Speaker) => {
    const list = async <T>(path: string) => (await team.read<{ items: T[] }>(path)).items
    const tickets = await list<{ id: string; preview: string }>('/tickets?state=open&limit=100')
    const ticket = tickets.find(({ preview }) => preview === taught.question)
    const query = new URLSearchParams({ q: taught.title, locale })
    const [article] = (await list<{ id: string; title: string }>(`/articles?${query}`)).filter(
      ({ title }) => title === taught.title,
    )
    const [area] = await list<{ id: string }>('/areas')
    await team.change('PUT', `/tickets/${ticket?.id}/closure`, { areaId: area?.id, articleId: article?.id })
  }

  const runs = speakers.map((speaker) => [speaker.locale, speaker] as const)
  it.each(runs)('%s: solves what is known, is silent on nonsense, and learns from a member', async (_, speaker) => {
    const { page, leave } = await visit(stage.server.url)
    const { words, asked, nonsense, taught } = speaker
    const widget = widgetOf(page)
    const press = (name: string) => widget.getByRole('button', { name }).first().click()

    await openForm(page, speaker)
    expect(await type(page, speaker, nonsense)).toEqual([])
    expect(await type(page, speaker, asked.question)).toContain(asked.title)
    await press(asked.title)
    await widget.getByText(asked.text).first().waitFor()
    await press(words.solved)
    await widget.getByText(words.solved).waitFor({ state: 'detached' })

    await openForm(page, speaker)
    expect(await type(page, speaker, taught.question)).not.toContain(taught.title)
    await press(words.sendTicket)
    await widget.getByText(words.ticketSent).waitFor()
    await closeWith(speaker)

    await openForm(page, speaker)
    expect(await type(page, speaker, taught.again)).toContain(taught.title)
    await leave()
  })

  it('still knows what it learned after a restart', async () => {
    const knowsAll = async (url: string) => {
      const { page, leave } = await visit(url)
      for (const speaker of speakers) {
        await openForm(page, speaker)
        expect(await type(page, speaker, speaker.taught.again)).toContain(speaker.taught.title)
      }
      await leave()
    }

    await stage.server.stop()
    await stage.restart()
    await knowsAll(stage.server.url)
  })
})
