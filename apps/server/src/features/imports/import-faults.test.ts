import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { accountFile, counts, importingInto, personFile } from './testing-import.ts'

describeOnBothStores('what is wrong with a file', (heed) => {
  const setUp = () => importingInto(heed)

  it('names every fault with line and column, leaves those rows out and takes the rest', async () => {
    const { importAccounts, accounts } = await setUp()
    const csv = [
      'Id,Name,Plan,MRR,Currency,Since,Industry',
      'b1,"two\nlines",pro,1.50,EUR,2024-01-01,x',
      'b2,B,pro,much,EUR,01/02/2024,x',
      'b3,C,pro,1,Euro,2024-01-01,x',
      ',D,pro,1,EUR,2024-01-01,x',
      'b5,E,pro,1,EUR',
      `b6,F,${'p'.repeat(101)},1,EUR,2024-01-01,x`,
      'b1,G,pro,1,EUR,2024-01-01,x',
      'b8,H,pro,1,EUR,1800-01-01,x',
      'b9,I,pro,1,EUR,2024-01-01,x',
    ].join('\n')

    const { body } = await importAccounts(csv)

    expect(counts(body)).toEqual([2, 0, 0, 7])
    expect(body.faults).toEqual([
      { row: 4, column: 'MRR', message: '“much” is not an amount such as 129.90.' },
      {
        row: 4,
        column: 'Since',
        message: '“01/02/2024” must be a date such as 2026-03-31, 2026-03-31T10:00:00Z, or Unix time.',
      },
      { row: 5, column: 'Currency', message: '“Euro” must be an ISO 4217 code such as EUR.' },
      { row: 6, column: 'Id', message: 'is empty.' },
      { row: 7, column: null, message: expect.stringContaining('has 5 cells, and the first line 7.') },
      { row: 8, column: 'Plan', message: 'is longer than 100 characters.' },
      { row: 9, column: 'Id', message: 'is “b1” on line 2 already.' },
      { row: 10, column: 'Since', message: '“1800-01-01” must lie between the years 1900 and 2200.' },
    ])
    expect((await accounts()).map(({ externalId, name }) => [externalId, name])).toEqual([
      ['b1', 'two\nlines'],
      ['b9', 'I'],
    ])
  })

  it('names faults of people and of their accounts', async () => {
    const { importPeople, people } = await setUp()
    const csv = [
      'id,email,company,plan,seats',
      'u1,not an address,,,',
      'u2,,,pro,',
      'u3,,a1,pro,12',
      'u4,,a1,basic,12',
      'u5,,a1,,many',
      'u6,,a1,pro,',
    ].join('\n')
    const mapping = {
      id: 'userId',
      email: 'email',
      company: 'account.accountId',
      plan: 'account.plan',
      seats: 'account.seats',
    }

    const { body } = await importPeople(csv, mapping)

    expect(body.faults).toEqual([
      { row: 2, column: 'email', message: '“not an address” is not an e-mail address.' },
      { row: 3, column: 'company', message: 'is empty, though other cells tell of the account.' },
      { row: 5, column: 'plan', message: 'is not as on line 4, of the same account.' },
      { row: 6, column: 'seats', message: '“many” must be a whole number from 0 to 10000000.' },
    ])
    expect((await people()).map(({ userId }) => userId)).toEqual(['u3', 'u6'])
  })

  it.each([
    [
      'two columns that are the same field',
      { Id: 'accountId', Name: 'plan', Plan: 'plan' },
      'Plan',
      /same field as Name/,
    ],
    ['spend in two units', { Id: 'accountId', MRR: 'spend', Name: 'spendMinor' }, 'Name', /same field as MRR/],
    ['a column that is not there', { Id: 'accountId', Nope: 'plan' }, 'Nope', /no column of the file/],
    ['a field that there is not', { Id: 'accountId', Name: 'email' }, 'Name', /cannot be “email”/],
    ['a trait that would be something else', { Id: 'accountId', Name: 'traits.__proto__' }, 'Name', /cannot be/],
    ['a trait that cannot be', { Id: 'accountId', Name: 'traits.a"b' }, 'Name', /cannot be/],
  ])('refuses %s', async (_, mapping, field, message) => {
    const { importAccounts } = await setUp()

    const { problem } = await importAccounts(accountFile, mapping)

    expect(problem).toMatchObject({
      code: 'invalid_input',
      errors: [{ field, message: expect.stringMatching(message) }],
    })
  })

  it('refuses a mapping without the id, or of account columns without the account’s', async () => {
    const { importAccounts, importPeople } = await setUp()

    expect((await importAccounts(accountFile, { Name: 'name' })).problem.code).toBe('mapping_incomplete')
    const noAccount = await importPeople(personFile, { id: 'userId', plan: 'account.plan' })
    expect(noAccount.problem.code).toBe('mapping_incomplete')
  })
})
