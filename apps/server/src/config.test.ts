import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const allowed = { HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK: 'yes' }

const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('the configuration', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 4747,
      host: '127.0.0.1',
      dataDir: 'data',
      databaseUrl: undefined,
      makesSample: true,
      signUp: 'first',
    })
  })

  it('counts an empty value as not given', () => {
    expect(readConfig({ PORT: '', HEED_DATABASE_URL: '' })).toMatchObject({ port: 4747, databaseUrl: undefined })
  })

  it('lists all faults at once, each with its name and value', () => {
    const faults = faultsOf({ PORT: 'eighty', HOST: '0.0.0.0', HEED_LOG_LEVEL: 'loud', HEED_PORT: '80' })

    expect(faults).toHaveLength(4)
    expect(faults.join('\n')).toMatch(
      /PORT=eighty: [\s\S]*HEED_LOG_LEVEL=loud: [\s\S]*HOST=0\.0\.0\.0: [\s\S]*HEED_PORT: /,
    )
  })

  it.each(['HEED_DATABASE_URL', 'HEED_DATABASE_URI'])('never prints the password in %s', (name) => {
    const faults = faultsOf({ [name]: 'postgress://heed:hunter2@db/heed' })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(name)
    expect(faults[0]).not.toContain('hunter2')
  })

  it('takes a mail server and a sender, both or none, and never prints the password', () => {
    const mail = { HEED_SMTP_URL: 'smtps://heed:hunter2@mail.example:465', HEED_MAIL_FROM: 'Acme <ideas@acme.example>' }

    expect(readConfig(mail)).toMatchObject({ smtpUrl: mail.HEED_SMTP_URL, mailFrom: mail.HEED_MAIL_FROM })
    expect(faultsOf({ HEED_SMTP_URL: mail.HEED_SMTP_URL })).toEqual(['HEED_MAIL_FROM: is needed beside HEED_SMTP_URL'])
    expect(faultsOf({ HEED_MAIL_FROM: mail.HEED_MAIL_FROM })).toEqual([
      'HEED_SMTP_URL: is needed beside HEED_MAIL_FROM',
    ])
    expect(faultsOf({ ...mail, HEED_SMTP_URL: 'http://heed:hunter2@mail.example' })).toEqual([
      expect.stringMatching(/^HEED_SMTP_URL: must be an address such as smtps:(?!.*hunter2)/),
    ])
  })

  it.each([
    'postgres://heed:p@ss/w#x@db/heed',
    'postgres://heed:p@ss@db/heed',
    'postgres://heed:1234/5@db/heed',
    'postgres://heed:1234?5@db/heed',
    'postgres://heed:p#ss@db/heed',
    'postgres://heed:p%ss@db/heed',
  ])('does not let %s be read as another server than was meant', (HEED_DATABASE_URL) => {
    const faults = faultsOf({ HEED_DATABASE_URL })

    // The whole of it: nothing of the password is in the message.
    expect(faults).toEqual([
      'HEED_DATABASE_URL: must be an address such as postgres://user:password@host/database; special characters of user and password are percent-encoded, such as %40 for @',
    ])
  })

  it.each([
    'postgres://heed:p%40ss%2Fw%23x@db/heed',
    'postgresql://db',
    'postgres://heed@db:5432/heed?sslmode=require',
    'postgres://heed:hunter2@db1:5432,db2:5433/heed',
    'postgres://heed@%2Fvar%2Frun%2Fpostgresql/heed',
  ])('takes the database %s', (HEED_DATABASE_URL) => {
    expect(readConfig({ HEED_DATABASE_URL })).toMatchObject({ databaseUrl: HEED_DATABASE_URL })
  })

  it.each(['ideas', 'ideas@acme', 'Acme <ideas@acme.example> <x@y.example>', 'a@acme.example, b@acme.example'])(
    'takes no mail from %s',
    (from) => {
      expect(faultsOf({ HEED_SMTP_URL: 'smtp://localhost', HEED_MAIL_FROM: from })).toEqual([
        expect.stringContaining(`HEED_MAIL_FROM=${from}: must be an address`),
      ])
    },
  )

  it.each(['HEED_PUBLIC_ADDRESS', 'HEED_TRUSTED_PROXY', 'HEED_', 'HEED_toString'])('does not pass over %s', (name) => {
    expect(faultsOf({ [name]: 'x' })).toEqual([`${name}: is not a setting of Heed`])
  })

  it('leaves alone what is not its own, and what only tests read', () => {
    expect(faultsOf({ PATH: '/bin', HEEDLESS: 'x', HEED_TEST_POSTGRES_URL: 'postgres://x', HEED_UNUSED: '' })).toEqual(
      [],
    )
  })

  it.each([
    ['10.0.0.1'],
    ['10.0.0.0/8, 192.168.1.0/24'],
    ['::1,fd00::/8,2001:db8::1/128'],
    ['loopback, linklocal,uniquelocal'],
  ])('believes the proxies %s', (HEED_TRUSTED_PROXIES) => {
    const { trustedProxies } = readConfig({ HEED_TRUSTED_PROXIES, ...allowed })

    expect(trustedProxies.join()).toBe(HEED_TRUSTED_PROXIES.replaceAll(' ', ''))
    // Fastify reads the same list when it starts, and would end in a stack.
    expect(() => Fastify({ trustProxy: trustedProxies })).not.toThrow()
  })

  it.each([
    'proxy',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::1/129',
    'fe80::1%eth0',
    '*',
    'true',
    '1',
  ])('does not take %s for a proxy', (entry) => {
    const faults = faultsOf({ HEED_TRUSTED_PROXIES: `10.0.0.1,${entry}`, ...allowed })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`"${entry}" is not an IP address`)
  })

  it.each([
    { HOST: '0.0.0.0' },
    { HEED_PUBLIC_URL: 'https://heed.example.com' },
    { HEED_PUBLIC_URL: 'http://localhost.example.com' },
    { HEED_TRUSTED_PROXIES: 'loopback' },
  ])('refuses to show the sample to others with %o, unless told so by name', (given) => {
    const faults = faultsOf(given)

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${Object.entries(given).flat().join('=')}: the sample workspace`)
    expect(faults[0]).toContain('HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK=yes')
    expect(readConfig({ ...given, ...allowed })).toMatchObject({ onlyLoopback: false })
  })

  it('may be open to others without the sample, and keeps what would be a fault with one', () => {
    const config = readConfig({ HEED_SAMPLE: 'no', HOST: '0.0.0.0', HEED_PUBLIC_URL: 'https://heed.example.com' })

    expect(config).toMatchObject({ makesSample: false, onlyLoopback: true })
    expect(config.faultsWithSample.map((fault) => fault.split(':')[0])).toEqual([
      'HOST=0.0.0.0',
      'HEED_PUBLIC_URL=https',
    ])
    expect(readConfig({ HEED_SAMPLE: 'no', HOST: '0.0.0.0', ...allowed }).faultsWithSample).toEqual([])
  })

  it.each([
    ['HEED_SAMPLE', 'maybe', 'must be yes or no'],
    ['HEED_SIGN_UP', 'everyone', 'must be first, open or closed'],
    ['HEED_LOG_LEVEL', 'trace', 'must be silent, error, warn, info or debug'],
    ['HEED_PUBLIC_URL', 'localhost', 'must be an http(s) address'],
    ['HEED_PUBLIC_URL', 'http://localhost/heed', 'must be an address without a path: Heed cannot stand below one'],
    ['HEED_PUBLIC_URL', 'http://localhost/?a=1', 'must be an address without a path: Heed cannot stand below one'],
    ['PORT', ' ', 'must be a port number from 0 to 65535'],
    ['PORT', '0x12CD', 'must be a port number from 0 to 65535'],
    ['PORT', '65536', 'must be a port number from 0 to 65535'],
    ['HEED_FRAMES_MB', 'x', 'must be a whole number from 0 to 1000000'],
    ['HEED_PEOPLE_MB', '1e3', 'must be a whole number from 0 to 1000000'],
    ['HEED_ENGINES_AT_START', '-1', 'must be a whole number from 0 to 1000'],
  ])('says what %s=%s should be', (name, value, message) => {
    expect(faultsOf({ [name]: value })).toEqual([`${name}=${value}: ${message}`])
  })

  it.each(['http://localhost:4747', 'http://127.0.0.1/', 'https://[::1]:8443'])(
    'lets %s be the address that people of this machine use',
    (HEED_PUBLIC_URL) => {
      expect(readConfig({ HEED_PUBLIC_URL })).toMatchObject({ onlyLoopback: true })
    },
  )
})
