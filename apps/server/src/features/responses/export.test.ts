import type { ResponseItem } from '@heed/contracts'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { answerAs, fillAnswers } from '../results/testing-answers.ts'
import { everyone, scopeOf } from '../segments/scope.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { responsePages } from './response-pages.ts'
import { writeCsv, writeJson } from './write-export.ts'

const many = 3_000

type Pages = AsyncIterable<ResponseItem[]>

describeOnBothStores('exporting answers', (heed) => {
  const exporting = async () => {
    const made = await heed.workspace()
    const { cookie } = made
    const download = (path: string, surveyId = made.surveyId) =>
      heed.app.inject({ method: 'GET', url: `/api/surveys/${surveyId}/${path}`, headers: { cookie } })
    return { ...made, download }
  }
  const rowsOf = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[]

  it('writes all that an answer keeps, a row each', async () => {
    const { download, ...made } = await exporting()
    const account = {
      accountId: 'acme',
      name: 'Acme',
      plan: 'growth',
      spendMinor: 12_900,
      currency: 'USD',
      createdAt: '2026-02-20T00:00:00Z',
      traits: { industry: 'Retail', seats: 7, vip: true, tags: ['a', 'b'] },
    }
    const page = { url: 'https://app.acme.example/invoices', title: 'Invoices' }
    const { responseId } = await answerAs(heed, made, {
      userId: 'maria',
      score: 3,
      comment: 'Zu "langsam",\nleider',
      locale: 'de',
      page,
      account,
    })
    await made.ada.send('PUT', `/responses/${responseId}/star`)
    await made.ada.send('PUT', `/responses/${responseId}/areas`, { areaIds: [made.areaId] })

    const reply = await download('responses.csv')

    expect(reply.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''Relationship-2026-03-02.csv",
    })
    expect(rowsOf(reply.body)).toEqual([
      {
        id: responseId,
        createdAt: '2026-03-02T10:00:00.000Z',
        survey: 'Relationship',
        surveyVersion: '1',
        kind: 'nps',
        score: '3',
        choices: '',
        comment: 'Zu "langsam",\nleider',
        starred: 'true',
        areas: 'Billing',
        locale: 'de',
        pageUrl: page.url,
        pageTitle: page.title,
        personId: expect.stringMatching(/^ppl_/),
        userId: 'maria',
        name: '',
        email: '',
        accountId: 'acme',
        accountName: 'Acme',
        plan: 'growth',
        spendMinor: '12900',
        currency: 'USD',
        reportingSpendMinor: '12900',
        tenureDays: '10',
        trust: 'unverified',
        valuesTrust: 'unverified',
        'trait.industry': 'Retail',
        'trait.seats': '7',
        'trait.tags': '["a","b"]',
        'trait.vip': 'true',
      },
    ])
  })

  it('takes a trait for nothing that every object has', async () => {
    const { download, ...made } = await exporting()
    await answerAs(heed, made, { score: 1 })
    await answerAs(heed, made, { score: 2, account: { accountId: 'a', traits: { constructor: 'Smith & Sons' } } })

    const rows = rowsOf((await download('responses.csv')).body)

    expect(Object.fromEntries(rows.map((row) => [row.score, row['trait.constructor']]))).toEqual({
      1: '',
      2: 'Smith & Sons',
    })
  })

  it('turns nothing that a customer wrote into a formula', async () => {
    const { download, ...made } = await exporting()
    const comments = [
      '=HYPERLINK("https://evil.example")',
      '+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\u200b=1',
      'x;=1+1',
      'x\n+1',
      'fine = fine; -) and ;-)',
    ]
    for (const comment of comments) {
      await answerAs(heed, made, {
        score: 0,
        comment,
        account: { accountId: 'a', plan: comment, traits: { evil: comment, debt: -5 } },
      })
    }

    const rows = rowsOf((await download('responses.csv')).body)

    expect(rows).toHaveLength(comments.length)
    for (const row of rows) {
      for (const name of ['comment', 'plan', 'trait.evil']) expect(row[name]).not.toMatch(/(^|[;\t\n\u200b])[=+@]|^-/)
      expect(row['trait.debt']).toBe('-5') // a number stays one
    }
  })

  it('writes the same answers that the list shows, as JSON', async () => {
    const { download, ...made } = await exporting()
    for (const score of [2, 9, 7]) await answerAs(heed, made, { score, comment: `a ${score}` })

    const all = await download('responses.json')
    const few = await download('responses.json?group=detractor')
    const none = await download('responses.json?q=nothing')

    const listed = await made.ada.get<{ items: ResponseItem[] }>(`/responses?surveyId=${made.surveyId}`)
    expect(all.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(all.body)).toEqual(listed.body.items)
    expect(JSON.parse(few.body)).toMatchObject([{ score: 2 }])
    expect(JSON.parse(none.body)).toEqual([])
    expect(rowsOf((await download('responses.csv?score=9')).body)).toMatchObject([{ score: '9' }])
    expect(rowsOf((await download('responses.csv?q=nothing')).body)).toEqual([])
  })

  it(`writes ${many} answers, each once, and holds one page of them at a time`, async () => {
    const { download, workspaceId, surveyId } = await exporting()
    // Many of one moment: the id decides between them.
    const answers = Array.from({ length: many }, (_, i) => ({
      score: i % 11,
      createdAt: new Date(heed.clock.now().getTime() - Math.floor(i / 100)),
      traits: { [`t${i % 3}`]: i },
    }))
    await fillAnswers(heed, { workspaceId, surveyId }, answers)

    const rows = rowsOf((await download('responses.csv')).body)
    const items = JSON.parse((await download('responses.json')).body) as ResponseItem[]

    expect(new Set(rows.map(({ id }) => id)).size).toBe(many)
    expect(rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    expect(Object.keys(rows[0] ?? {}).slice(-3)).toEqual(['trait.t0', 'trait.t1', 'trait.t2'])

    const scope = scopeOf(await getWorkspace(heed.store.read, workspaceId), heed.clock.now())
    const pages = responsePages(heed.store.read, scope, everyone, { surveyId })
    const sizes: number[] = []
    for await (const page of pages) sizes.push(page.length)
    expect(sizes).toEqual(Array(30).fill(100))
  })

  it('gives columns to the traits that most answers keep, and puts the others together', async () => {
    const { download, workspaceId, surveyId } = await exporting()
    const own = (answer: number) =>
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`own.${answer}.${i}`, 'x;=1'] as const))
    const answers = Array.from({ length: 120 }, (_, i) => ({
      score: i % 11,
      traits: { ...own(i), ...(i % 2 ? { seats: i } : { industry: 'Retail' }), vip: true },
    }))
    await fillAnswers(heed, { workspaceId, surveyId }, answers)

    const { body } = await download('responses.csv')

    const rows = rowsOf(body)
    const names = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('trait.'))
    expect(names).toHaveLength(200)
    expect(names).toEqual(expect.arrayContaining(['trait.industry', 'trait.seats', 'trait.vip']))
    expect(names).toEqual(names.toSorted())
    const row = rows.find((each) => each['trait.seats'] === '119')
    const others = JSON.parse(row?.traits ?? '{}')
    expect(others).toMatchObject({ 'own.119.7': "x;'=1" }) // no cell of a spreadsheet either
    for (const name of ['seats', 'vip']) expect(others).not.toHaveProperty(name)
    expect(row).toMatchObject({ 'trait.vip': 'true', 'trait.industry': '' })
    expect(body.length).toBeLessThan(1_000_000)
  })

  it.each([
    ['CSV', (pages: Pages, names: string[]) => writeCsv(pages, { names, areAll: true })],
    ['JSON', (pages: Pages) => writeJson(pages)],
  ])('lets others be served while it writes %s of many traits', async (_, write) => {
    const { workspaceId, surveyId } = await exporting()
    const traits = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`t${i}`, i] as const))
    await fillAnswers(
      heed,
      { workspaceId, surveyId },
      Array.from({ length: 100 }, () => ({ score: 5, traits })),
    )
    const scope = scopeOf(await getWorkspace(heed.store.read, workspaceId), heed.clock.now())
    const page = (await responsePages(heed.store.read, scope, everyone, { surveyId }).next()).value ?? []
    const pages = (async function* () {
      yield page
    })()
    let turns = 0
    const turn = () => {
      turns += 1
      watch = setImmediate(turn)
    }
    let watch = setImmediate(turn)

    const pieces: string[] = []
    for await (const piece of write(pages, Object.keys(traits))) pieces.push(piece)

    clearImmediate(watch)
    expect(pieces.length).toBeGreaterThanOrEqual(5)
    expect(turns).toBeGreaterThanOrEqual(4)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(pieces.join('').length / 3)
  })

  it.each([
    ['cut between characters', `x${'\u{20bb7}'.repeat(40)}`, `x${'\u{20bb7}'.repeat(29)}`],
    ['with the marks of its letters', 'हिन्दी: cafe\u0301', 'हिन्दी-cafe\u0301'],
    ['that is not the survey’s where nothing is left of it', '🎉!', 'survey'],
  ])('gives the file a name %s', async (_, name, expected) => {
    const { download, addSurvey } = await exporting()
    const surveyId = await addSurvey({ kind: 'csat', name })

    const reply = await download('responses.csv', surveyId)

    const disposition = String(reply.headers['content-disposition'])
    expect(decodeURIComponent(disposition)).toBe(`attachment; filename*=UTF-8''${expected}-2026-03-02.csv`)
  })

  it('knows no survey of another workspace', async () => {
    const { download } = await exporting()
    const there = await heed.workspace()

    for (const file of ['responses.csv', 'responses.json'])
      expect((await download(file, there.surveyId)).json()).toMatchObject({ code: 'survey_not_found' })
  })
})
