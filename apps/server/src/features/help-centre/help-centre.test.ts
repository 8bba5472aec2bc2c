import { eq } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { writing } from '../articles/testing-articles.ts'

describeOnBothStores('the public help centre', (heed) => {
  const withArticles = async () => {
    const writer = await writing(heed)
    const { workspaceId, areaId, draft, publish } = writer
    const fees = await publish(
      await draft({
        title: 'Fees & <b>more</b>',
        slug: 'fees',
        areaId,
        summary: 'What it costs',
        body: '## Abroad\n\nSee [cards](/help/cards#lost), [the gone](/help/gone) or [run](javascript:alert(1)).\n\n<script>alert(1)</script>',
      }),
    )
    await publish(await draft({ title: 'Gebühren', slug: 'fees', locale: 'de', areaId, body: 'Im Ausland' }))
    await publish(await draft({ title: 'My card has not arrived', slug: 'cards', body: 'Wait five days.' }))
    await draft({ title: 'Not yet', slug: 'not-yet' })
    await publish(await draft({ title: 'For some', slug: 'for-some', audience: 'plan:pro' }))
    const read = (path: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
      heed.app.inject({ method: 'GET', url: `/help/${workspaceId}${path}`, headers })
    return { ...writer, fees, read }
  }

  it('shows what is published for everyone, by area and in the language', async () => {
    const { read } = await withArticles()

    const page = await read('/en')
    const german = await read('/de')

    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toMatch(/<h2 dir="auto">Billing<\/h2>.*Fees &amp; &lt;b>more&lt;\/b>.*Other topics.*My card/s)
    for (const hidden of ['Not yet', 'For some', 'Gebühren']) expect(page.body).not.toContain(hidden)
    expect(german.body).toMatch(/<html lang="de" dir="ltr">.*Acme Billing Hilfe.*Gebühren/s)
    expect((await read('/ja')).statusCode).toBe(404)
    expect((await read('/en/not-yet')).statusCode).toBe(404)
    expect((await read('/en/for-some')).statusCode).toBe(404)
  })

  it('draws a table that scrolls by itself, with heads and the alignment of its columns', async () => {
    const { read, draft, publish } = await withArticles()
    await publish(
      await draft({ title: 'Prices', slug: 'prices', body: '| Plan | Fee |\n| - | -: |\n| *Pro* | 1 <b> |' }),
    )

    const { body } = await read('/en/prices')

    expect(body).toContain(
      '<div class="table" tabindex="0"><table><thead><tr><th scope="col">Plan</th><th scope="col" data-align="right">Fee</th></tr></thead><tbody><tr><td><em>Pro</em></td><td data-align="right">1 &lt;b></td></tr></tbody></table></div>',
    )
  })

  it('shows an article without anything that could run, with what search engines read', async () => {
    const { read, workspaceId } = await withArticles()

    const { body, headers } = await read('/en/fees')

    const base = `http://localhost:80/help/${workspaceId}`
    expect(body).toContain('<title>Fees &amp; &lt;b>more&lt;/b> · Acme Billing Help</title>')
    expect(body).toContain(`<link rel="canonical" href="${base}/en/fees"/>`)
    expect(body).toContain(`<link rel="alternate" hreflang="de" href="${base}/de/fees"/>`)
    expect(body).toContain('<meta name="description" content="What it costs"/>')
    expect(body).toContain('<meta property="og:type" content="article"/>')
    expect(body).toContain('<h2 id="abroad">Abroad</h2>')
    expect(body).toContain(`<a href="/help/${workspaceId}/en/cards#lost" rel="noopener">cards</a>`)
    expect(body).not.toMatch(/<script|javascript:|<b>more/)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('is not sent again to whoever has it, until it changes', async () => {
    const { read, fees, change } = await withArticles()
    const { headers } = await read('/en/fees')
    const again = () => read('/en/fees', { 'if-none-match': `W/${headers.etag}` })

    const same = await again()
    await change(fees, { body: 'New' })

    expect([same.statusCode, same.body, headers['cache-control']]).toEqual([304, '', 'public, max-age=60'])
    expect((await again()).statusCode).toBe(200)
  })

  it('leads to the language that the reader wants, and to the one that an article is there in', async () => {
    const { read, workspaceId } = await withArticles()
    const to = async (path: string, language = '') => {
      const { statusCode, headers } = await read(path, { 'accept-language': language })
      return `${statusCode} ${String(headers.location).replace(`/help/${workspaceId}`, '')}`
    }

    expect(await to('', 'fr,de-AT;q=0.8,en;q=0.5')).toBe('302 /de')
    expect(await to('/', 'xx')).toBe('302 /en')
    expect(await to('/de/cards')).toBe('302 /en/cards')
  })

  it('leads from an old slug and an old name to the new one, for good', async () => {
    const { read, fees, change, workspaceId } = await withArticles()
    await change(fees, { slug: 'prices' })
    const admin = await signInAs(heed, workspaceId, 'admin')
    const name = `acme-${workspaceId.slice(-8)}`
    const before = await read('/de/fees')

    await admin.send('PUT', '/help-centre', { name })

    expect([before.statusCode, before.headers.location]).toEqual([301, `/help/${workspaceId}/de/prices`])
    const moved = await read('/en/prices?a=b')
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `/help/${name}/en/prices?a=b`])
    expect((await heed.app.inject({ url: `/help/${name}/en/prices` })).statusCode).toBe(200)
    // An old address may be taken back: a browser that kept both ways for good would go to and fro.
    const head = await heed.app.inject({ method: 'HEAD', url: `/help/${workspaceId}/en/prices` })
    for (const { headers } of [before, moved, head]) expect(headers['cache-control']).toBe('public, max-age=60')
  })

  it('leads from a slash at the end, and from a language in other letters or of another region', async () => {
    const { read, workspaceId } = await withArticles()
    const to = async (path: string) => {
      const { statusCode, headers } = await read(path)
      return `${statusCode} ${String(headers.location).replace(`/help/${workspaceId}`, '')}`
    }

    expect(await to('/en/fees/')).toBe('302 /en/fees')
    expect(await to('/en/fees/?a=b/')).toBe('302 /en/fees?a=b/')
    expect(await to('/de/')).toBe('302 /de')
    expect(await to('//')).toBe('302 /')
    expect(await to('/feeds/en/')).toBe('302 /feeds/en')
    expect(await to('/EN')).toBe('302 /en')
    expect(await to('/feeds/EN')).toBe('302 /feeds/en')
    expect(await to('/feeds/de-at?a=b')).toBe('302 /feeds/de?a=b')
    expect(await to('/en-US?q=my%20card')).toBe('302 /en?q=my%20card')
    expect(await to('/DE/fees')).toBe('302 /de/fees')
    expect(await to('/en-us/fees')).toBe('302 /en/fees')
    expect((await read('/ja')).statusCode).toBe(404)
    expect((await read('/feeds/JA')).statusCode).toBe(404)
  })

  it('keeps of a long search that found nothing no half of a sign', async () => {
    const { read, workspaceId } = await withArticles()

    await read(`/en?q=${encodeURIComponent(`${'zq'.repeat(99)}z😀`)}`)

    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.requests).where(eq(tables.requests.workspaceId, workspaceId))
    expect(rows.map(({ text }) => text)).toEqual([`${'zq'.repeat(99)}z`])
  })

  it('finds articles by the engine and by words, whatever their accents', async () => {
    const { read } = await withArticles()
    heed.clock.advance('10s')

    const byEngine = await read(`/en?q=${encodeURIComponent('my card has not arrived yet')}`)
    const byWord = await read('/de?q=GEBUHREN')
    const nothing = await read(`/en?q=${encodeURIComponent('"><script>x')}`)

    expect(byEngine.body).toMatch(/Found for “my card has not arrived yet”.*\/en\/cards/s)
    expect(byWord.body).toMatch(/\/de\/fees/)
    expect(nothing.body).toContain('Nothing was found.')
    expect(nothing.body).toContain('<meta name="robots" content="noindex"/>')
    expect(nothing.body).not.toContain('<script')
  })

  it('has a sitemap with every language, and a feed', async () => {
    const { read, workspaceId, fees } = await withArticles()

    const sitemap = await read('/sitemap.xml')
    const feed = await read('/feeds/en')

    const base = `http://localhost:80/help/${workspaceId}`
    expect(sitemap.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect([...sitemap.body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc?.replace(base, '')).sort()).toEqual([
      '/de',
      '/de/fees',
      '/en',
      '/en/cards',
      '/en/fees',
    ])
    expect(sitemap.body).toContain(`<xhtml:link rel="alternate" hreflang="de" href="${base}/de/fees"></xhtml:link>`)
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.body).toContain(`<id>urn:heed:article:${fees.id}</id><title>Fees &amp; &lt;b>more&lt;/b></title>`)
    expect(feed.body.match(/<entry/g)).toHaveLength(2)
    expect((await read('/feeds/ja')).statusCode).toBe(404)
  })

  it('asks whether an article helped, once a reader, without a cookie', async () => {
    const { ada, read, workspaceId, fees } = await withArticles()
    const answer = (helped: string, from: string, headers: Record<string, string> = {}) =>
      heed.app.inject({
        method: 'POST',
        url: `/help/${workspaceId}/en/fees/verdict`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: `helped=${helped}`,
        remoteAddress: from,
      })

    const first = await answer('yes', '10.1.1.1')
    await answer('no', '10.1.1.1')
    await answer('yes', '10.1.1.2')
    const elsewhere = await answer('yes', '10.1.1.3', { 'sec-fetch-site': 'cross-site' })

    expect([first.statusCode, first.headers.location]).toEqual([303, `/help/${workspaceId}/en/fees?answered#verdict`])
    expect(elsewhere.statusCode).toBe(403)
    expect((await answer('maybe', '10.1.1.3')).statusCode).toBe(400)
    expect((await ada.get(`/articles/${fees.id}`)).body).toMatchObject({ verdicts: { helped: 1, notHelped: 1 } })
    const thanks = await read('/en/fees?answered')
    expect(thanks.body).toContain('role="status"')
    expect(thanks.headers['cache-control']).toBe('no-store')
    const { db, tables } = heed.store.read
    expect(JSON.stringify(await db.select().from(tables.articleVerdicts))).not.toContain('10.1.1')
  })

  it('says what is not there as a page', async () => {
    const { read } = await withArticles()

    const missing = await read('/en/nothing')
    const noCentre = await heed.app.inject({ url: '/help/nobody-has-this/en' })

    const noLanguage = await read(`/${encodeURIComponent('e\r\nn')}/fees`)

    expect([missing.statusCode, noCentre.statusCode, noLanguage.statusCode]).toEqual([404, 404, 404])
    expect(missing.body).toContain('This page is not here')
    expect(noCentre.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('says it as a page whatever the address, in a language that caches know the reason of', async () => {
    const { read } = await withArticles()
    const long = 'x'.repeat(201)

    for (const path of [`/en/${long}`, `/${long}`, `/${long}/fees`, `/feeds/${long}`, '/en/fees/more']) {
      const { statusCode, headers } = await read(path)
      expect([path, statusCode, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8'])
    }
    const noCentre = await heed.app.inject({ url: `/help/${long}/en` })
    expect([noCentre.statusCode, noCentre.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect((await read('/en?q=a&q=b')).statusCode).toBe(200)

    const byHeader = await read('/fr', { 'accept-language': 'de' })
    const byAddress = await read('/en/nothing', { 'accept-language': 'de' })
    expect([byHeader.statusCode, byHeader.headers.vary]).toEqual([404, 'accept-language'])
    expect(byHeader.body).toContain('<html lang="de"')
    expect(byAddress.body).toContain('<html lang="en"')
    expect(byAddress.headers.vary).toBeUndefined()
  })

  it('is there before there are articles', async () => {
    const { workspaceId } = await heed.workspace()

    const index = await heed.app.inject({ url: `/help/${workspaceId}/en` })

    expect([index.statusCode, index.body.includes('There are no articles yet.')]).toEqual([200, true])
  })
})
