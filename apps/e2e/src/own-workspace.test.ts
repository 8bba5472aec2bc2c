import type { CreatedSigningKey, IdeaItem, IdentitySettings, Key } from '@heed/contracts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, checkPage } from './testing/axe.ts'
import { startBareHost } from './testing/bare-host.ts'
import { openMailSink } from './testing/mail-sink.ts'
import { signIdentity } from './testing/sign-identity.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { joinTeam } from './testing/team.ts'

type Said = { heed: (...said: unknown[]) => void }
type Status = { surveys: Record<string, string> }

const owner = { email: 'ida@quayside.example', password: 'ten letters long' }
const promptOf = (page: Page) => page.locator('heed-widget').getByRole('dialog')
const reasonsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((tell) =>
        (window as unknown as Said).heed('status', ({ surveys }: Status) => tell(Object.values(surveys))),
      ),
  )

describe('a workspace of one’s own', () => {
  let stage: Stage
  let sink: Awaited<ReturnType<typeof openMailSink>>
  beforeAll(async () => {
    sink = await openMailSink()
    stage = await openStage({ sample: false, smtpUrl: sink.url })
  })
  afterAll(async () => {
    await stage.close()
    await sink.close()
  })

  // Aoife pays $590 and came two years ago; Tom pays $9 and came five days ago.
  it('comes from nothing to the first answer of the customers that one means', async () => {
    const { page, faults, leave } = await stage.visit()
    await page.goto(stage.server.signInLink)
    await signUp(page)
    await page.getByRole('link', { name: 'Choose a template' }).click()
    await page.getByRole('button', { name: /^NPS/ }).first().click()
    await aimAt(page)
    await launch(page)

    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: /^See it in the demo app/ }).click()
    const demo = await opened
    const prompt = promptOf(demo)
    await prompt.getByText('recommend Quayside Boats').waitFor()
    await prompt
      .getByRole('radio', { name: '9', exact: true })
      .or(prompt.getByRole('button', { name: /^9/ }))
      .click()
    await prompt.getByText(/optional/).waitFor()
    const tom = await stage.visit()
    const address = new URL(demo.url())
    address.searchParams.set('as', 'tom')
    await tom.page.goto(address.href)
    await expect.poll(() => reasonsOf(tom.page)).toContain('not_targeted')
    expect(await promptOf(tom.page).count()).toBe(0)
    await tom.leave()

    await page.goto(`${stage.server.url}/get-started`)
    await page.getByText('The first answer is here.').waitFor()
    await page.getByText('2 of 6 done').waitFor()
    await page.getByRole('link', { name: 'See the surveys' }).click()
    await page.getByRole('link', { name: 'NPS', exact: true }).click()
    await page.getByText(/^1 answer so far: too few for a figure that holds/).waitFor()
    expect(faults).toEqual([])
    await leave()
  })

  it('may be reached through a proxy, since no sample is there', async () => {
    const reply = await fetch(stage.server.url, { headers: { 'x-forwarded-for': '203.0.113.7' } })

    expect(reply.status).toBe(200)
    expect(stage.server.output()).not.toContain('Making the sample')
  })

  it('lets a colleague in by a link, who chooses a password', async () => {
    const { page, leave } = await stage.visit()
    await signIn(page, stage.server.url, owner)
    await page.goto(`${stage.server.url}/settings/members`)
    await page.getByLabel('Name').fill('Nia Okoye')
    await page.getByLabel('E-mail').fill('nia@quayside.example')
    await page.getByRole('button', { name: 'Make an invitation' }).click()
    const link = await page.getByRole('textbox', { name: 'Sign-in link' }).inputValue()

    const nia = await stage.visit()
    await nia.page.goto(link)
    await nia.page.getByLabel('New password').fill('another ten letters')
    await nia.page.getByRole('button', { name: 'Set the password' }).click()
    await nia.page.getByText('Your password is set.').waitFor()
    await nia.leave()

    const again = await stage.visit()
    await signIn(again.page, stage.server.url, { email: 'nia@quayside.example', password: 'another ten letters' })
    await again.page.getByRole('heading', { name: 'Overview' }).waitFor()
    await again.leave()
    await leave()
  })

  it.each([
    ['1440 light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)('is made and set up without a fault of axe, and within the screen, at %s', async (name, options) => {
    const { page, leave } = await stage.visit({ ...options, bypassCSP: true })
    await bringAxe(page)
    await page.goto(`${stage.server.url}/new-workspace`)
    await page.getByText('No new workspaces here').waitFor()
    await checkPage(page, `sign-up that is closed, ${name}`)
    await signIn(page, stage.server.url, owner)
    for (const [path, shown] of [
      ['/', 'Next: Put Heed into your app'],
      ['/get-started', 'Waiting for the first visitor'],
      ['/settings/workspace', 'Accent of the widget'],
      ['/settings/keys', 'http://localhost:*'],
      ['/settings/members', 'Nia Okoye'],
      ['/settings/areas', 'No areas yet'],
      ['/settings/profile', 'Where you are signed in'],
    ] as const) {
      await page.goto(stage.server.url + path)
      await page.getByText(shown).first().waitFor()
      await checkPage(page, `${path} of a new workspace, ${name}`)
    }
    await leave()
  })

  it('tells a voter what became of the idea, in the widget and by mail', async () => {
    const { read, change } = await joinTeam(stage.server.url, owner)
    const { id: ideaId } = await change<IdeaItem>('POST', '/ideas', { title: 'Book a berth online' })
    const signer = await change<CreatedSigningKey>('POST', '/identity/keys', { algorithm: 'HS256', name: 'Host page' })
    const { workspaceId: aud } = await read<IdentitySettings>('/identity')
    const key = (await read<{ items: Key[] }>('/keys')).items.find(({ kind }) => kind === 'publishable')?.hint ?? ''
    const exp = Math.floor(Date.now() / 1000) + 3_600
    const token = signIdentity(signer, { sub: 'mara', aud, exp, name: 'Mara Lind', email: 'mara@harbour.example' })
    const host = await startBareHost()
    const { page, leave } = await stage.visit()
    const enter = async () => {
      await page.goto(host.url.replace('127.0.0.1', 'localhost'))
      await page.addScriptTag({ url: `${stage.server.url}/w/${key}.js` })
      await page.evaluate(
        (signed) => (window as unknown as Said).heed('identify', { userId: 'mara', token: signed }),
        token,
      )
    }
    const widget = page.locator('heed-widget')
    const openIdeas = () => page.evaluate(() => (window as unknown as Said).heed('open', 'ideas'))

    await enter()
    await openIdeas()
    await widget.getByRole('button', { name: /^Vote for Book a berth online/, pressed: false }).click()
    await expect.poll(async () => (await read<IdeaItem>(`/ideas/${ideaId}`)).votes).toBe(1)
    await change('PATCH', `/ideas/${ideaId}`, { state: 'planned', answer: 'It comes with the spring release.' })
    // Later, when it looks again.
    await page.evaluate((name) => {
      const kept = JSON.parse(localStorage.getItem(name) ?? '{}')
      localStorage.setItem(name, JSON.stringify({ ...kept, 'visitor:mara': { ...kept['visitor:mara'], lookedAt: 0 } }))
    }, `heed:${key}`)
    await enter()

    await widget.getByRole('button', { name: /\(1\)$/ }).waitFor()
    await openIdeas()
    await widget.getByText('1 new answer to your votes').waitFor()
    await widget.getByText('It comes with the spring release.').waitFor()
    await expect.poll(() => sink.mails).toHaveLength(1)
    expect(sink.mails[0]?.to).toEqual(['mara@harbour.example'])
    expect(sink.mails[0]?.raw).toContain('It comes with the spring release.')
    await leave()
    await host.close()
  })
})

const signUp = async (page: Page) => {
  await page.getByLabel('Company or product').fill('Quayside Boats')
  await page.getByLabel('Your name').fill('Ida Sol')
  await page.getByLabel('Your e-mail').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Make the workspace' }).click()
}

const signIn = async (page: Page, url: string, { email, password }: typeof owner) => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
}

const aimAt = async (page: Page) => {
  await page.getByRole('button', { name: 'Choose customers' }).click()
  const editor = page.getByRole('dialog', { name: 'Whom the survey may ask' })
  const condition = async (about: string) => {
    await editor.getByRole('searchbox', { name: 'Add a condition' }).fill(about)
    await page.keyboard.press('Enter')
  }
  await condition('Spend a month')
  await editor
    .getByRole('group', { name: /^Spend a month/ })
    .getByLabel('At least')
    .fill('100')
  await condition('Customer for')
  const tenure = editor.getByRole('group', { name: 'Customer for' })
  await tenure.getByLabel('Unit').selectOption({ label: 'days' })
  await tenure.getByLabel('At least').fill('180')
  await editor.getByRole('button', { name: 'Done' }).click()
}

const launch = async (page: Page) => {
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Launch “NPS”?' })
  await dialog.getByText('spend ≥ $100').waitFor()
  await dialog.getByRole('button', { name: 'Launch', exact: true }).click()
  await page.getByText('“NPS” is live.').waitFor()
}
