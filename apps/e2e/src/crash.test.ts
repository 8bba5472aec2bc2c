import { randomBytes } from 'node:crypto'
import { newId } from '@heed/contracts/new-id'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleSignIn } from './testing/sample.ts'
import { secondHalf } from './testing/second-half.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { widgetWords } from './testing/widget-words.ts'

const words = widgetWords.en

describe('when the server is killed (kill -9)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const signIn = async () => {
    const reply = await fetch(`${stage.server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sampleSignIn),
    })
    return String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
  }
  const read = async (cookie: string, path: string) => fetch(`${stage.server.url}/api${path}`, { headers: { cookie } })

  it('loses no response that it acknowledged', async () => {
    const cookie = await signIn()
    const { items } = (await (await read(cookie, '/surveys')).json()) as { items: { id: string; state: string }[] }
    const surveyId = items.find(({ state }) => state === 'running')?.id
    const acknowledged: string[] = []
    let killed = false

    const browser = async () => {
      const token = randomBytes(32).toString('base64url')
      while (!killed) {
        const id = newId('response')
        const reply = await fetch(`${stage.server.url}/w/pk_sample/responses/${id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'x-heed-visitor': token },
          body: JSON.stringify({ surveyId, score: acknowledged.length % 11 }),
        }).catch(() => undefined)
        if (reply?.ok) acknowledged.push(id)
        else if (reply?.status === 429) return
      }
    }
    const running = Array.from({ length: 32 }, browser)
    while (acknowledged.length < 300) await new Promise((next) => setImmediate(next))
    await stage.server.kill()
    killed = true
    await Promise.all(running)
    await stage.restart()

    const after = await signIn()
    const statuses = await Promise.all(acknowledged.map(async (id) => (await read(after, `/responses/${id}`)).status))
    expect(acknowledged.length).toBeGreaterThanOrEqual(300)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
  })

  /** @param as somebody who was not asked yet: the server knows them again in another browser */
  const answersWhileDown = async (as: string) => {
    const visit = await stage.visit()
    await visit.page.goto(`${stage.server.url}/demo?as=${as}`)
    const prompt = visit.page.locator('heed-widget').getByRole('dialog', { name: words.question })
    await prompt.waitFor()
    await secondHalf(visit.page)
    await stage.server.kill()
    await prompt.getByRole('radio', { name: /^3\b/ }).click()
    const comment = `Kept through a crash ${newId('message')}`
    await prompt.getByRole('textbox').fill(comment)
    await prompt.getByRole('button', { name: words.send, exact: true }).click()
    return { visit, comment }
  }
  const stored = async (cookie: string, comment: string) => {
    const reply = await read(cookie, '/responses?commented=true&score=3&limit=100')
    const { items } = (await reply.json()) as { items: { comment: string | null }[] }
    return items.filter((item) => item.comment === comment).length
  }

  it('has the widget deliver what it could not send, once, when the server is back', async () => {
    const { visit, comment } = await answersWhileDown('demo-tom')
    await stage.restart()
    const cookie = await signIn()

    await expect.poll(() => stored(cookie, comment), { timeout: 60_000, interval: 500 }).toBe(1)
    await visit.page.waitForTimeout(3_000) // long enough for a second sending to show
    expect(await stored(cookie, comment)).toBe(1)
    await visit.leave()
  })

  it('has the widget deliver it after a reload, without being opened', async () => {
    const { visit, comment } = await answersWhileDown('demo-nadia')
    await visit.page.goto('about:blank')
    await stage.restart()
    await visit.page.goto(`${stage.server.url}/demo`)
    const cookie = await signIn()

    await expect.poll(() => stored(cookie, comment), { timeout: 60_000, interval: 500 }).toBe(1)
    await visit.leave()
  })

  it('keeps a half-written ticket through a reload, and files one that was sent offline once it is back', async () => {
    const visit = await stage.visit()
    const question = `Why was my top-up declined ${newId('message')}`
    await visit.page.goto(`${stage.server.url}/demo/settings?as=demo-aoife`)
    const widget = visit.page.locator('heed-widget')
    const openForm = async () => {
      await widget.locator('[part~=tab]').click()
      await widget.getByRole('button', { name: words.ask }).click()
      return widget.getByRole('textbox', { name: words.ticket })
    }
    await (await openForm()).fill(question)
    await visit.page.reload()
    const field = await openForm()
    expect(await field.inputValue()).toBe(question)

    await visit.page.context().setOffline(true)
    await widget.getByRole('button', { name: words.sendTicket }).click()
    await widget
      .getByText(/will be sent when you are back online/)
      .first()
      .waitFor()
    await visit.page.context().setOffline(false)

    const cookie = await signIn()
    const filed = async () => {
      const reply = await read(cookie, '/tickets?state=open&limit=20')
      const { items } = (await reply.json()) as { items: { preview: string }[] }
      return items.filter(({ preview }) => preview === question).length
    }
    await expect.poll(filed, { timeout: 60_000, interval: 500 }).toBe(1)
    await visit.leave()
  })
})
