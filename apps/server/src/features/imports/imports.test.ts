import type { ImportPreview } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import { accountMapping, counts, importingInto, personFile, personMapping } from './testing-import.ts'

describeOnBothStores('importing customers', (heed) => {
  const setUp = () => importingInto(heed)

  it('stores accounts with every column in its place, as a member’s word', async () => {
    const { importAccounts, accounts } = await setUp()

    const { body } = await importAccounts()

    expect(body).toEqual({ dryRun: false, rows: 3, added: 3, changed: 0, unchanged: 0, refused: 0, faults: [] })
    expect(await accounts()).toMatchObject([
      {
        externalId: 'a1',
        name: 'Acme',
        plan: 'pro',
        spendMinor: 12_990,
        currency: 'EUR',
        customerSince: new Date('2024-02-29'),
        traits: { Industry: 'Oil, gas' },
        trust: 'verified',
      },
      { externalId: 'a2', name: 'Bolt "B" Ltd', spendMinor: 1500, currency: 'JPY', customerSince: null },
      { externalId: 'a3', name: 'Café', plan: null, spendMinor: null, traits: { Industry: '=cmd|calc' } },
    ])
    const { sources, traits } = (await accounts())[0] ?? {}
    expect(sources?.plan).toEqual({ source: 'member', at: heed.clock.now().getTime() })
    expect(Object.keys(traits ?? {})).toEqual(['Industry'])
  })

  it('stores people with their account, numbers as numbers only where the whole column is', async () => {
    const { importPeople, people, accounts } = await setUp()

    const { body } = await importPeople()

    expect(counts(body)).toEqual([3, 0, 0, 0])
    const [account] = await accounts()
    expect(account).toMatchObject({ externalId: 'a1', plan: 'pro', seats: 12 })
    expect(await people()).toMatchObject([
      { userId: 'u1', email: 'ada@acme.example', accountId: account?.id, traits: { logins: 3, code: '007' } },
      { userId: 'u2', accountId: account?.id, traits: { logins: 40, code: '8' }, lastSeenAt: null },
      { userId: 'u3', email: null, accountId: null, traits: {} },
    ])
  })

  it('says in a dry run what would happen, and stores nothing', async () => {
    const { importPeople, people, accounts } = await setUp()

    const { body } = await importPeople(personFile, personMapping, true)

    expect(body).toEqual({ dryRun: true, rows: 3, added: 3, changed: 0, unchanged: 0, refused: 0, faults: [] })
    expect([...(await people()), ...(await accounts())]).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const { importAccounts, importPeople, people, accounts } = await setUp()
    await importAccounts()
    await importPeople()
    const before = [...(await accounts()), ...(await people())]
    heed.clock.advance('1h')

    const again = [await importAccounts(), await importPeople()]

    expect(again.map(({ body }) => counts(body))).toEqual([
      [0, 0, 3, 0],
      [0, 0, 3, 0],
    ])
    expect([...(await accounts()), ...(await people())]).toEqual(before)
  })

  it('changes nothing where a zero has a minus before it', async () => {
    const { importPeople, people } = await setUp()
    const file = ['id;balance', 'u1;-0', 'u2;-0.00', 'u3;-5'].join('\n')
    const mapping = { id: 'userId', balance: 'traits.balance' }

    const first = await importPeople(file, mapping)
    const again = await importPeople(file, mapping)

    expect(counts(first.body)).toEqual([3, 0, 0, 0])
    expect(counts(again.body)).toEqual([0, 0, 3, 0])
    expect((await people()).map(({ traits }) => traits.balance)).toEqual([0, 0, -5])
  })

  it('changes what the file says, and leaves alone what it leaves empty', async () => {
    const { importAccounts, accounts } = await setUp()
    await importAccounts()
    heed.clock.advance('1h')
    const csv = 'Id,Name,Plan,MRR\na1,,enterprise,\na2,,,1600\na3,Café,,\na4,New,,'
    const { Id, Name, Plan, MRR } = accountMapping

    const trial = await importAccounts(csv, { Id, Name, Plan, MRR }, true)
    const { body } = await importAccounts(csv, { Id, Name, Plan, MRR })

    expect(counts(body)).toEqual([1, 2, 1, 0])
    expect(trial.body).toEqual({ ...body, dryRun: true })
    expect(await accounts()).toMatchObject([
      { name: 'Acme', plan: 'enterprise', spendMinor: 12_990, currency: 'EUR', traits: { Industry: 'Oil, gas' } },
      { plan: 'basic', spendMinor: 1600, currency: 'JPY' }, // an amount without a currency is in the one known
      { name: 'Café' },
      { name: 'New' },
    ])
  })

  it.each([
    ['on a later row', ['u1,j1,1500,', 'u2,j1,,jpy'], [2, 0, 0, 0], [0, 0, 2, 0]],
    ['on a row that is refused', ['u1,j1,1500,', 'u1,j1,,JPY'], [1, 0, 0, 1], [0, 0, 1, 1]],
  ])('reads an amount in the currency that the file names for the account %s', async (_, rows, first, second) => {
    const { importPeople, accounts } = await setUp()
    const mapping = { id: 'userId', company: 'account.accountId', spend: 'account.spend', cur: 'account.currency' }
    const csv = ['id,company,spend,cur', ...rows].join('\n')

    const { body } = await importPeople(csv, mapping)
    const again = await importPeople(csv, mapping)

    expect([counts(body), counts(again.body)]).toEqual([first, second])
    expect(await accounts()).toMatchObject([{ externalId: 'j1', spendMinor: 1500, currency: 'JPY' }])
  })

  it('counts a person as changed whose account has changed', async () => {
    const { importPeople } = await setUp()
    await importPeople()

    const { body } = await importPeople(personFile.replaceAll(';pro;', ';max;'))

    expect(counts(body)).toEqual([0, 1, 2, 0]) // the second of the same account finds it changed already
  })

  it('adds to what the server said, and touches nothing that a browser claimed', async () => {
    const { importPeople, people, visitor, workspaceId } = await setUp()
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', traits: { beta: true } })
    await visitor().put('/person', { userId: 'u2', name: 'Forged' })

    const { body } = await importPeople()

    expect(counts(body)).toEqual([2, 1, 0, 0])
    const rows = await people()
    expect(rows.find(({ userId }) => userId === 'u1')?.traits).toEqual({ beta: true, logins: 3, code: '007' })
    expect(
      rows
        .filter(({ userId }) => userId === 'u2')
        .map(({ trust, name }) => [trust, name])
        .sort(),
    ).toEqual([
      ['unverified', 'Forged'],
      ['verified', 'Bo'],
    ])
  })

  it('shows columns with their first values and what each is most likely', async () => {
    const { admin } = await setUp()
    const preview = async (kind: string, csv: string) =>
      (await admin.send<ImportPreview>('POST', '/imports/preview', { kind, csv })).body
    const csv =
      'User ID,E-Mail,Company,Company ID,mrr_cents,Customer since,Favourite colour,\nu1,a@b.example,,,,,red,\nu2,,,,,,red,\n'

    const { columns, rows } = await preview('people', csv)
    const withoutAccount = await preview('people', 'id,plan,company\n')
    const ofAccounts = await preview('accounts', 'id,name,mrr,plan,Tier\n')

    expect(rows).toBe(2)
    expect(columns.map(({ suggested }) => suggested)).toEqual([
      'userId',
      'email',
      'account.name',
      'account.accountId',
      'account.spendMinor',
      'account.createdAt',
      'traits.Favourite colour',
      null,
    ])
    expect(columns.map(({ samples }) => samples).slice(0, 3)).toEqual([['u1', 'u2'], ['a@b.example'], []])
    expect(columns[6]?.samples).toEqual(['red'])
    expect(withoutAccount.columns.map(({ suggested }) => suggested)).toEqual([
      'userId',
      'traits.plan',
      'traits.company',
    ])
    expect(ofAccounts.columns.map(({ suggested }) => suggested)).toEqual([
      'accountId',
      'name',
      'spend',
      'plan',
      'traits.Tier',
    ])
  })

  it('refuses what is no CSV, what is too large, and who is no admin', async () => {
    const { importAccounts, ada, admin } = await setUp()
    const large = `Id\n${'x'.repeat(10_000_000)}`

    expect((await importAccounts('Id,Id\n')).problem.code).toBe('csv_unreadable')
    expect((await importAccounts(large, { Id: 'accountId' })).problem.code).toBe('too_large')
    expect((await importAccounts(`${large}${large}${large}`, { Id: 'accountId' })).problem.code).toBe('too_large')
    expect((await admin.send('POST', '/imports/preview', { kind: 'people', csv: large })).problem.code).toBe(
      'too_large',
    )
    for (const path of ['/imports', '/imports/preview']) {
      expect((await ada.send('POST', path, { kind: 'people', csv: 'id' })).problem.code).toBe('role_too_low')
    }
  })
})
