import { join } from 'node:path'
import { z } from 'zod'

const loopbackHosts = ['127.0.0.1', 'localhost', '::1']

const Environment = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(4747),
  HOST: z.string().min(1).default('127.0.0.1'),
  HEED_DATA_DIR: z.string().min(1).default('data'),
  HEED_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must be an address such as postgres://user:password@host/database')
    .optional(),
  HEED_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
  HEED_TRUSTED_PROXIES: z.string().optional(),
  HEED_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export type Config = {
  port: number
  host: string
  loopback: boolean
  /** SQLite's file; not used when `databaseUrl` is given. */
  sqliteFile: string
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string | undefined
  sampleKeysBeyondLoopback: boolean
  /** Addresses or ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Every fault of the environment at once. */
export class ConfigError extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((f) => `  ${f}`).join('\n')}`,
    )
    this.faults = faults
  }
}

/** The only reader of the environment. An empty value counts as not given. @throws ConfigError */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}=${given[String(path[0])] ?? ''}: ${message}`),
    )
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    loopback: loopbackHosts.includes(env.HOST),
    sqliteFile: join(env.HEED_DATA_DIR, 'heed.sqlite'),
    dataDir: env.HEED_DATA_DIR,
    databaseUrl: env.HEED_DATABASE_URL,
    publicUrl: env.HEED_PUBLIC_URL?.replace(/\/$/, ''),
    sampleKeysBeyondLoopback: env.HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK === 'yes',
    trustedProxies: env.HEED_TRUSTED_PROXIES?.split(',').map((entry) => entry.trim()) ?? [],
    logLevel: env.HEED_LOG_LEVEL,
  }
}
