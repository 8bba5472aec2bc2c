import { expect, it } from 'vitest'
import { networkOf } from './rate-limits.ts'

const network = (ip: string) => networkOf({ ip })

it('counts an IPv4 address by itself, however it is written', () => {
  expect(network('203.0.113.7')).toBe('203.0.113.7')
  expect(network('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(network('::FFFF:cb00:7107')).toBe('203.0.113.7')
  expect(network('203.0.113.8')).not.toBe(network('203.0.113.7'))
})

it('counts IPv6 addresses of one /64 together, and no others', () => {
  const home = network('2001:db8:1:2::1')

  expect(network('2001:DB8:1:2:ffff:ffff:ffff:ffff')).toBe(home)
  expect(network('2001:0db8:0001:0002:0:0:0:9')).toBe(home)
  expect(network('2001:db8:1:3::1')).not.toBe(home)
})

it('takes what is no address as it is', () => {
  expect(network('unknown')).toBe('unknown')
})
