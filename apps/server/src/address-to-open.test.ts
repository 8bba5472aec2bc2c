import { expect, it } from 'vitest'
import { addressToOpen } from './address-to-open.ts'

it.each([
  ['127.0.0.1', 'http://localhost:4747'],
  ['::1', 'http://localhost:4747'],
  ['0.0.0.0', 'http://localhost:4747'],
  ['0', 'http://localhost:4747'],
  ['::', 'http://localhost:4747'],
  ['0:0:0:0:0:0:0:0', 'http://localhost:4747'],
  ['192.168.1.4', 'http://192.168.1.4:4747'],
  ['fd00::4', 'http://[fd00::4]:4747'],
  ['fe80::1%eth0', 'http://[fe80::1%eth0]:4747'],
  ['heed.example.com', 'http://heed.example.com:4747'],
])('what listens on %s is opened at %s', (host, address) => {
  expect(addressToOpen(host, 4747)).toBe(address)
})
