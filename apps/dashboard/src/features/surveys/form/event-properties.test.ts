import { expect, it } from 'vitest'
import { readValue } from './event-properties.tsx'

it('reads a value as an app would have tracked it', () => {
  expect(['3', '-1.5', 'true', ' false ', 'csv', '"3"', '3 rows'].map(readValue)).toEqual([
    3,
    -1.5,
    true,
    false,
    'csv',
    '3',
    '3 rows',
  ])
})
