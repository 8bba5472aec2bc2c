import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('the configuration', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 4747,
      host: '127.0.0.1',
      loopback: true,
      dataDir: 'data',
      databaseUrl: undefined,
    })
  })

  it('counts an empty value as not given', () => {
    expect(readConfig({ PORT: '', HEED_DATABASE_URL: '' })).toMatchObject({ port: 4747, databaseUrl: undefined })
  })

  it('lists all faults at once, each with its name and value', () => {
    const faulty = { PORT: 'eighty', HEED_DATABASE_URL: 'mysql://x', HEED_LOG_LEVEL: 'loud' }

    const error = (() => {
      try {
        return readConfig(faulty)
      } catch (caught) {
        return caught
      }
    })()

    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).faults).toHaveLength(3)
    expect((error as ConfigError).message).toMatch(
      /PORT=eighty[\s\S]*HEED_DATABASE_URL=mysql:\/\/x[\s\S]*HEED_LOG_LEVEL=loud/,
    )
  })

  it('knows which hosts only this machine reaches', () => {
    const loopback = (HOST: string) => readConfig({ HOST }).loopback
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '192.168.1.4'].map(loopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
