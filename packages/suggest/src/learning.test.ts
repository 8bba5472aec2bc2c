import { describe, expect, it } from 'vitest'
import type { SuggestDocument } from './documents.ts'
import { caps, type Evidence } from './evidence.ts'
import { createSuggester } from './suggester.ts'

const topics = ['invoice', 'password', 'webhook', 'holiday', 'signature', 'calendar', 'payroll', 'warehouse']
const documents: SuggestDocument[] = topics.map((topic) => ({
  id: `art_${topic}`,
  kind: 'article',
  title: `About the ${topic}`,
  body: `Open the ${topic} page and follow what it says.`,
  locale: 'en',
}))
const told = (text: string, documentId: string | null, over: Partial<Evidence> = {}): Evidence => ({
  text,
  documentId,
  solved: true,
  personId: null,
  by: 'member',
  at: 1,
  ...over,
})
const inTheirWords = 'my boss wants a csv dump of everything'
const probes = ['csv dump please', 'invoice', 'the boss wants everything', 'reset password', 'lorem ipsum']

describe('learning', () => {
  it('finds at once, in other words, what a request was solved by', async () => {
    const suggester = await createSuggester({ documents })
    expect(suggester.suggest('everything as a csv dump')).toEqual([])

    suggester.learn(told(inTheirWords, 'art_warehouse'))

    expect(suggester.suggest('everything as a csv dump')[0]?.documentId).toBe('art_warehouse')
    await suggester.refit()
    expect(suggester.suggest('everything as a csv dump')[0]?.documentId).toBe('art_warehouse')
  })

  it('says how many requests like this one were solved', async () => {
    const evidence = [1, 2, 3].map((at) => told(`${inTheirWords} ${at}`, 'art_warehouse', { at }))
    const suggester = await createSuggester({ documents, evidence })

    expect(suggester.suggest(inTheirWords)[0]?.why).toEqual({ kind: 'solved', requests: 3 })
  })

  it('stops to suggest, for such requests, what did not help', async () => {
    const suggester = await createSuggester({ documents })
    const text = 'open the holiday page'
    const before = suggester.search(text)[0]
    expect(before?.documentId).toBe('art_holiday')

    for (let at = 0; at < 5; at++)
      suggester.learn(told(text, 'art_holiday', { solved: false, at, personId: `ppl_${at}` }))

    const scoreOf = () =>
      suggester.search(text, { limit: 8 }).find(({ documentId }) => documentId === 'art_holiday')?.score
    expect(scoreOf() ?? 0).toBeLessThan((before?.score ?? 0) / 3)
    await suggester.refit()
    expect(suggester.suggest(text).map(({ documentId }) => documentId)).not.toContain('art_holiday')
  })

  it('is not silenced by one person alone', async () => {
    const suggester = await createSuggester({ documents })
    const text = 'open the holiday page'
    const [before] = suggester.suggest(text)
    expect(before?.documentId).toBe('art_holiday')

    // As often as one person's word counts.
    for (let at = 0; at < 3; at++)
      suggester.learn(told(text, 'art_holiday', { solved: false, by: 'person', personId: 'ppl_one', at }))

    const [after] = suggester.suggest(text)
    expect(after?.documentId).toBe('art_holiday')
    expect(after?.score).toBeLessThan(before?.score ?? 0)
  })

  it('shows what is asked for by its very title, however unsure it is, until several were not helped', async () => {
    const named = 'Book the quarterly audit'
    const audit = { id: 'art_audit', kind: 'article' as const, title: named, body: 'Choose a day.', locale: 'en' }
    const suggester = await createSuggester({ documents: [...documents, audit], falseShare: 0.01 })
    const offered = (text: string) => suggester.suggest(text).map(({ documentId }) => documentId)
    const fails = (personId: string) =>
      suggester.learn(told(named, 'art_audit', { solved: false, by: 'person', personId, at: 1 }))
    // What was filed all the same makes it unsure of such words.
    for (let at = 0; at < 60; at++)
      suggester.learn(told(named, null, { solved: false, by: 'person', personId: `ppl_${at}`, at }))

    expect(offered('Can I book the quarterly audits here?')).toEqual(['art_audit'])
    expect(offered('quarterly audit the book')).toEqual([])

    fails('ppl_one')
    expect(offered(named)).toEqual(['art_audit'])
    fails('ppl_two')
    expect(offered(named)).toEqual([])
  })

  it('becomes less sure of requests for which a ticket was filed all the same', async () => {
    const suggester = await createSuggester({ documents })
    const text = 'the webhook page is broken'
    const before = suggester.search(text)[0]?.score ?? 0

    for (let at = 0; at < 3; at++) suggester.learn(told(text, null, { solved: false, at }))

    expect(suggester.search(text)[0]?.score ?? 0).toBeLessThan(before)
  })

  it('leaves out what belongs to a document that is not there', async () => {
    const suggester = await createSuggester({ documents, evidence: [told(inTheirWords, 'art_gone')] })
    suggester.learn(told(inTheirWords, 'art_gone'))

    expect(suggester.suggest(inTheirWords)).toEqual([])
  })

  it('does not let one person decide', async () => {
    const suggester = await createSuggester({ documents })
    const liar = { personId: 'ppl_liar', by: 'person' as const }

    const counted = Array.from({ length: 20 }, (_, at) =>
      suggester.learn(told('reset the password', 'art_invoice', { ...liar, at })),
    ).filter(Boolean)
    for (let at = 0; at < 10; at++) suggester.learn(told('reset the password', 'art_password', { at }))

    expect(counted).toHaveLength(caps.perPersonAndDocument)
    expect(suggester.suggest('reset the password')[0]?.documentId).toBe('art_password')
  })
})

describe('one person', () => {
  const text = 'how do I cancel my subscription'
  const titles = {
    cancel: 'Cancel your subscription',
    team: 'Invite your team',
    invoice: 'Download invoices',
    password: 'Change your password',
    export: 'Export your data',
    card: 'Change the card you pay with',
  }
  const manual = Object.entries(titles).map(([id, title]): SuggestDocument => {
    return { id, kind: 'article', title, body: `Open the settings to ${title.toLowerCase()}.`, locale: 'en' }
  })
  const saidBy = (personId: string, documentId: string, at: number) =>
    told(text, documentId, { personId, by: 'person', at })

  it('does not take over what others ask by saying the same again', async () => {
    const suggester = await createSuggester({ documents: manual })
    for (let at = 0; at < 8; at++) suggester.learn(saidBy(`ppl_${at}`, 'cancel', at))
    await suggester.refit()

    for (let at = 10; at < 13; at++) suggester.learn(saidBy('ppl_liar', 'team', at))

    const isFirst = { documentId: 'cancel', confident: true, why: { kind: 'solved', requests: 8 } }
    expect(suggester.search(text)[0]).toMatchObject(isFirst)
    await suggester.refit()
    expect(suggester.search(text)[0]).toMatchObject(isFirst)
  })

  it('is not said to be several, and teaches no more by saying the same again', async () => {
    const suggester = await createSuggester({ documents: manual })
    const answers = [0, 1, 2].map((at) => {
      suggester.learn(saidBy('ppl_one', 'team', at))
      return suggester.search(text)
    })

    expect(answers[0]?.[0]).toMatchObject({ documentId: 'team', why: { kind: 'words' } })
    expect(answers[0]?.find(({ documentId }) => documentId === 'team')?.score).toBeLessThan(0.66)
    expect(answers[2]).toEqual(answers[0])
  })

  describe.each([
    { others: 1, refitted: true },
    { others: 1, refitted: false },
    { others: 2, refitted: true },
    { others: 2, refitted: false },
  ])('does not overturn what $others confirmed, refitted before: $refitted', ({ others, refitted }) => {
    const wordings = [text, 'my boss says we must stop this by friday', 'where do I see it']
    const ways: [string, (wording: string, at: number) => string][] = [
      ['in the same words', (wording) => wording],
      [
        'in words much like these',
        (wording, at) => [`${wording} please`, `Hello, ${wording}`, `So ${wording}?`][at] ?? '',
      ],
    ]

    it.each(ways)('%s', async (_, saying) => {
      const suggester = await createSuggester({ documents: manual })
      const firstFor = (wording: string) => suggester.search(wording)[0]?.documentId
      for (const wording of wordings)
        for (let at = 0; at < others; at++)
          suggester.learn(told(wording, 'cancel', { personId: `ppl_${at}`, by: 'person', at }))
      if (refitted) await suggester.refit()
      expect(wordings.map(firstFor)).toEqual(wordings.map(() => 'cancel'))

      for (const wording of wordings)
        for (let at = 0; at < 3; at++)
          suggester.learn(
            told(saying(wording, at), 'team', { personId: `liar of ${wording}`, by: 'person', at: 9 + at }),
          )

      expect(wordings.map(firstFor)).toEqual(wordings.map(() => 'cancel'))
      await suggester.refit()
      expect(wordings.map(firstFor)).toEqual(wordings.map(() => 'cancel'))
    })
  })

  it('is heard once another says so, too', async () => {
    const suggester = await createSuggester({ documents: manual })
    const inTheirs = 'my boss says we must stop this by friday'
    const said = (personId: string, documentId: string, at: number) =>
      suggester.learn(told(inTheirs, documentId, { personId, by: 'person', at }))
    said('ppl_one', 'cancel', 1)

    said('ppl_two', 'team', 2)
    expect(suggester.search(inTheirs)[0]?.documentId).toBe('cancel')
    said('ppl_three', 'team', 3)

    const isTeam = { documentId: 'team', why: { kind: 'solved', requests: 2 } }
    expect(suggester.search(inTheirs)[0]).toMatchObject(isTeam)
    await suggester.refit()
    expect(suggester.search(inTheirs)[0]).toMatchObject(isTeam)
  })
})

describe('refitting', () => {
  const evidence = [
    ...topics.flatMap((topic, at) => [
      told(`how to see the ${topic}`, `art_${topic}`, { at }),
      told(`${topic} is lost`, `art_${topic}`, { at }),
    ]),
    told(inTheirWords, 'art_warehouse', { at: 99 }),
  ]
  const answersOf = (suggester: Awaited<ReturnType<typeof createSuggester>>) =>
    probes.map((text) => suggester.search(text, { limit: 8 }))

  it('depends neither on the order of documents nor on that of evidence', async () => {
    const one = await createSuggester({ documents, evidence })
    const other = await createSuggester({ documents: documents.toReversed() })
    for (const each of evidence.toReversed()) other.learn(each)
    await other.refit()

    expect(answersOf(other)).toEqual(answersOf(one))
  })

  it('leaves no trace of a person who was forgotten', async () => {
    const theirs = [
      told('zebra crossing plum', 'art_payroll', { personId: 'ppl_gone', by: 'person', at: 200 }),
      told('zebra invoice', 'art_invoice', { personId: 'ppl_gone', solved: false, at: 201 }),
    ]
    const never = await createSuggester({ documents, evidence })
    const suggester = await createSuggester({ documents, evidence: [...evidence, ...theirs] })
    expect(suggester.suggest('zebra crossing')[0]?.documentId).toBe('art_payroll')

    suggester.forget('ppl_gone')
    expect(suggester.search('zebra crossing plum')[0]?.why).not.toMatchObject({ kind: 'solved' })
    await suggester.refit()

    expect(suggester.suggest('zebra crossing')).toEqual([])
    expect(answersOf(suggester)).toEqual(answersOf(never))
  })

  it('counts what a stranger wrote as theirs who they turned out to be, and forgets it with them', async () => {
    const saidAs = (personId: string, at: number) =>
      told('zebra crossing', 'art_payroll', { personId, by: 'person', at })
    const suggester = await createSuggester({
      documents,
      evidence: [...evidence, saidAs('ppl_stranger', 200), saidAs('ppl_stranger', 201)],
    })

    suggester.move('ppl_stranger', 'ppl_maria')
    const counted = [202, 203].map((at) => suggester.learn(saidAs('ppl_maria', at)))
    suggester.forget('ppl_maria')

    expect(counted).toEqual([true, false])
    expect(suggester.search('zebra crossing')[0]?.why).not.toMatchObject({ kind: 'solved' })
    await suggester.refit()
    expect(answersOf(suggester)).toEqual(answersOf(await createSuggester({ documents, evidence })))
  })

  it('keeps what was learned, and forgets who was forgotten, while it went on', async () => {
    const suggester = await createSuggester({
      documents,
      evidence: [...evidence, told('zebra crossing plum', 'art_payroll', { personId: 'ppl_gone', at: 200 })],
    })
    let pauses = 0

    await suggester.refit(async () => {
      if (pauses++ > 0) return
      suggester.learn(told('quince and fig and date', 'art_calendar', { at: 300 }))
      suggester.forget('ppl_gone')
    })

    expect(pauses).toBeGreaterThan(0)
    expect(suggester.suggest('quince and fig')[0]?.documentId).toBe('art_calendar')
    expect(suggester.suggest('zebra crossing plum')).toEqual([])
  })
})
