import { ingestLimits, type PersonDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { hostOf } from './testing-host.ts'

describeOnBothStores('messages that nobody should send', (heed) => {
  it('may name what JavaScript gives every object; the rest lands, and nothing else changes', async () => {
    const { postText, person, eventsOf } = await hostOf(heed)
    const traits =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":"own","role":"admin"}'

    const { status, body } = await postText(
      'batch',
      `{"batch":[{"type":"identify","userId":"u1","traits":${traits}},
        {"type":"track","userId":"__proto__","event":"constructor","properties":{"nested":{"__proto__":{"kept":1}}}},
        {"type":"track","userId":"u1","event":"Landed","__proto__":{"userId":"u2"}}]}`,
    )

    expect(status).toBe(200)
    expect(body.results.map(({ stored }) => stored)).toEqual(['stored', 'stored', 'stored'])
    expect((await person('u1')).person.traits).toEqual({
      'constructor.prototype.polluted': 2,
      toString: 'own',
      role: 'admin',
    })
    expect((await person('__proto__')).person.userId).toBe('__proto__')
    const [constructed] = await eventsOf('constructor')
    expect(JSON.stringify(constructed?.properties)).toBe('{"nested":{"__proto__":{"kept":1}}}')
    expect(await eventsOf('Landed')).toHaveLength(1)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('may hold NUL and halves of a surrogate pair, which are dropped', async () => {
    const { postText, person, eventsOf } = await hostOf(heed)

    const { body } = await postText(
      'batch',
      String.raw`{"batch":[{"type":"identify","userId":"u\u00001","traits":{"na\u0000me":"Le\ud800na","no\udc00te":"a\u0000b"}},
        {"type":"track","userId":"u1","event":"Pa\u0000id","properties":{"te\u0000xt":["\ud83d\ude00","\ud83d"]}}]}`,
    )

    expect(body.results.map(({ stored }) => stored)).toEqual(['stored', 'stored'])
    expect((await person('u1')).person).toMatchObject({ name: 'Le\ufffdna', traits: { 'no\ufffdte': 'ab' } })
    expect((await eventsOf('Paid'))[0]?.properties).toEqual({ text: ['😀', '\ufffd'] })
  })

  it('name what is no value: too large a number, too deep an object, a name that cannot be looked up', async () => {
    const { postText, person } = await hostOf(heed)
    const deep = `${'{"a":'.repeat(900)}1${'}'.repeat(900)}`

    const { body } = await postText(
      'identify',
      `{"userId":"u1","traits":{"huge":1e400,"list":[1e400],"deep":${deep},"a\\"b":1,"${'n'.repeat(101)}":1,"role":"admin"}}`,
    )

    const faults = body.results[0]?.warnings.map(({ field }) => field) ?? []
    expect(faults.filter((field) => /^traits\.(huge|list\.0|deep|a"b|n+)/.test(field))).toHaveLength(5)
    expect((await person('u1')).person.traits).toEqual({ role: 'admin' })
  })

  it('may bring more traits over time than anybody may have: those are named, and the person is read as before', async () => {
    const { post, keys, ada, person, surveyId, visitor } = await hostOf(heed)
    const traits = (kind: string, n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`${kind}${i}`, i]))
    await post('identify', { userId: 'u1', traits: traits('a', 150) })
    await post('group', { userId: 'u1', groupId: 'g1', traits: traits('g', 200) })

    const { body } = await post('identify', { userId: 'u1', traits: { ...traits('b', 60), a0: 'newer' } })

    expect(body.results[0]).toMatchObject({ stored: 'stored' })
    expect(body.results[0]?.warnings).toHaveLength(10)
    expect(body.results[0]?.warnings[0]?.field).toBe('traits.b50')
    expect(Object.keys((await person('u1')).person.traits)).toHaveLength(200)
    expect((await person('u1')).person.traits.a0).toBe('newer')
    const authorization = `Bearer ${keys.secret}`
    const known = await heed.call<PersonDetail>({ method: 'GET', url: '/v1/people/u1', headers: { authorization } })
    expect(known.body.known.length).toBeGreaterThanOrEqual(200)
    // Both together are read in the lists, and kept on what the person says.
    expect((await ada.get('/people')).status).toBe(200)
    const browser = visitor()
    await browser.put('/person', { userId: 'u1' })
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })
    expect((await ada.get('/responses')).status).toBe(200)
  })

  it('may bring longer traits than anybody may have together: those are named, and the rest lands', async () => {
    const { post, person } = await hostOf(heed)
    const texts = (kind: string, n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`${kind}${i}`, 'ü'.repeat(900)]))
    await post('identify', { userId: 'u1', traits: { ...texts('a', 6), role: 'admin' } })

    const { status, body } = await post('identify', { userId: 'u1', traits: { ...texts('b', 6), seat: 4 } })

    expect([status, body.results[0]?.stored]).toEqual([200, 'stored'])
    expect(body.results[0]?.warnings).toEqual(
      ['b3', 'b4', 'b5'].map((name) => ({ field: `traits.${name}`, message: expect.stringContaining('16 kB') })),
    )
    const { traits } = (await person('u1')).person
    expect(traits).toEqual({ ...texts('a', 6), role: 'admin', ...texts('b', 3), seat: 4 })
  })

  it('are taken up to exactly the size of a message, and refused one byte beyond', async () => {
    const { post, eventsOf } = await hostOf(heed)
    const message = (bytes: number) => {
      const empty = { type: 'track', userId: 'u1', event: 'Size', properties: { text: '' } }
      return { ...empty, properties: { text: 'ü'.repeat((bytes - JSON.stringify(empty).length) / 2) } }
    }
    const bytes = (one: unknown) => Buffer.byteLength(JSON.stringify(one))
    const fits = message(ingestLimits.messageBytes)
    const beyond = { ...fits, properties: { text: `${fits.properties.text}x` } }
    while (bytes(fits) < ingestLimits.messageBytes) fits.properties.text += 'x'
    while (bytes(beyond) <= ingestLimits.messageBytes) beyond.properties.text += 'x'

    const { body } = await post('batch', { batch: [fits, beyond] })

    expect(body.results.map(({ stored, problem }) => problem?.code ?? stored)).toEqual(['stored', 'too_large'])
    expect(await eventsOf('Size')).toHaveLength(1)
  })

  it('need a key, whichever way its scheme is written', async () => {
    const { keys, postText, visitor, eventsOf } = await hostOf(heed)
    const sent = JSON.stringify({ userId: 'u1', event: 'By key' })
    const basic = (user: string) => Buffer.from(user).toString('base64')
    const other = await hostOf(heed)
    const statusOf = async (authorization: string) => (await postText('track', sent, { authorization })).status

    const admitted = [
      `Basic ${basic(`${keys.secret}:`)}`,
      `basic ${basic(keys.secret)}`,
      `Bearer ${keys.secret}`,
      `bearer ${keys.secret}`,
    ]
    for (const authorization of admitted) expect(await statusOf(authorization), authorization).toBe(200)
    const refused = [
      '',
      'Bearer',
      `Bearer ${keys.publishable}`,
      `Bearer ${keys.secret}x`,
      `Bearer ${visitor().token}`,
      `Basic ${basic(`:${keys.secret}`)}`,
      `Basic ${keys.secret}`,
    ]
    for (const authorization of refused) expect(await statusOf(authorization), authorization).toBe(401)
    expect(await eventsOf('By key')).toHaveLength(admitted.length)
    expect(await other.eventsOf('By key')).toEqual([])
  })

  it('lose nothing where two servers say different things of the same customers at once', async () => {
    const { post, person, account, people } = await hostOf(heed)
    const batch = (server: string, order: number[]) => ({
      batch: order.flatMap((i) => [
        { type: 'identify', anonymousId: `a${i}`, userId: `u${i}`, traits: { [server]: i } },
        { type: 'group', userId: `u${i}`, groupId: `g${i % 3}`, traits: { [`${server}${i}`]: i } },
      ]),
    })
    const order = Array.from({ length: 20 }, (_, i) => i)

    const replies = await Promise.all([
      post('batch', batch('north', order)),
      post('batch', batch('south', [...order].reverse())),
      ...order.map((i) => post('alias', { previousId: `a${i}`, userId: `u${i}` })),
    ])

    expect(replies.filter(({ status, body }) => status !== 200 || !body.success)).toEqual([])
    expect(await people()).toHaveLength(20)
    for (const i of order) expect((await person(`u${i}`)).person.traits).toEqual({ north: i, south: i })
    expect(Object.keys((await account('g0')).traits)).toHaveLength(14)
  })
})
