import { describe, expect, it } from 'vitest'
import { fieldsOf, mappingFault, suggestedMapping, traitsOf } from './column-meanings.ts'
import { decodeFile } from './decode-file.ts'
import { faultsCsv } from './faults-csv.ts'
import { readRate } from './rate-format.ts'

describe('a file that a spreadsheet saved', () => {
  const bytes = (...codes: number[]) => new Uint8Array(codes)

  it('is read in the encoding that it has', () => {
    expect(decodeFile(new TextEncoder().encode('é🙂'))).toBe('é🙂')
    expect(decodeFile(bytes(0x69, 0x64, 0xe9))).toBe('idé')
    expect(decodeFile(bytes(0xff, 0xfe, 0xe9, 0x00))).toBe('é')
    expect(decodeFile(bytes(0xfe, 0xff, 0x00, 0xe9))).toBe('é')
  })
})

describe('faults as a file', () => {
  it('hold no formula, and keep quotation marks and line ends in their cells', () => {
    const csv = faultsCsv([
      { row: 2, column: '=cmd()', message: 'say "no"\nnow' },
      { row: 3, column: null, message: '-1 is below 0.' },
    ])

    expect(csv).toBe(
      '"Line","Column","What is wrong"\r\n"2","\'=cmd()","say ""no""\nnow"\r\n"3","","\'-1 is below 0."\r\n',
    )
  })
})

describe('what a column is', () => {
  it('can be any field of the kind of file, and a trait of its own name', () => {
    const of = (kind: 'people' | 'accounts') => fieldsOf(kind).flatMap(({ fields }) => fields.map(({ value }) => value))

    expect(of('accounts')).toContain('spendMinor')
    expect(of('people')).toContain('account.spendMinor')
    expect(traitsOf('people', 'a"b', undefined).map(({ value }) => value)).toEqual(['traits.ab', 'account.traits.ab'])
    expect(traitsOf('accounts', 'x', 'traits.y').map(({ value }) => value)).toEqual(['traits.x', 'traits.y'])
  })

  it('is what the server suggests, or nothing', () => {
    const columns = [
      { name: 'id', samples: [], suggested: 'userId' },
      { name: 'notes', samples: [], suggested: null },
    ]

    expect(suggestedMapping({ columns, rows: 1 })).toEqual({ id: 'userId' })
    expect(mappingFault('people', { id: 'userId', plan: 'traits.plan' })).toBeNull()
    expect(mappingFault('accounts', { id: 'accountId' })).toBeNull()
  })
})

it('reads a rate with a point or a comma, and nothing else', () => {
  expect(['1.08', ' 1,08 ', '2', '0.0065'].map(readRate)).toEqual([1.08, 1.08, 2, 0.0065])
  expect(['', '0', '-1', '1.000,5', '1e3', 'one'].map(readRate)).toEqual([null, null, null, null, null, null])
})
