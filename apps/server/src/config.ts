import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { readMailFrom } from './mail/mail-from.ts'
import { readsAsMeant } from './reads-as-meant.ts'

export const loopbackHosts = ['127.0.0.1', 'localhost', '::1']
const namedRanges = ['loopback', 'linklocal', 'uniquelocal']

/** An address, a CIDR range, or one of the names that proxy-addr knows. Zones (`fe80::1%eth0`) it does not know. */
const isAddressOrRange = (entry: string) => {
  if (namedRanges.includes(entry)) return true
  const [address = '', prefix, ...rest] = entry.split('/')
  const family = address.includes('%') ? 0 : isIP(address)
  if (family === 0 || rest.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

const Proxies = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .superRefine((entries, context) => {
    for (const entry of entries.filter((given) => !isAddressOrRange(given))) {
      context.addIssue({
        code: 'custom',
        message: `"${entry}" is not an IP address, a range such as 10.0.0.0/8, or one of ${namedRanges.join(', ')}`,
      })
    }
  })

/** Of digits alone: what Number reads may also be `0x10`, `1e3` or a space. */
const wholeNumber = (most: number, what = 'a whole number') =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) <= most, `must be ${what} from 0 to ${most}`)
    .transform(Number)

const encoded = 'special characters of user and password are percent-encoded, such as %40 for @'

const hasPath = (url: string) => URL.canParse(url) && !/^https?:\/\/[^/?#]*\/?$/.test(url)

const Environment = z.object({
  PORT: wholeNumber(65_535, 'a port number').default(4747),
  HOST: z.string().min(1).default('127.0.0.1'),
  HEED_DATA_DIR: z.string().min(1).default('data'),
  HEED_DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\/.+/.test(text) && readsAsMeant(text),
      `must be an address such as postgres://user:password@host/database; ${encoded}`,
    )
    .optional(),
  HEED_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .refine((url) => !hasPath(url), 'must be an address without a path: Heed cannot stand below one')
    .optional(),
  HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
  HEED_SAMPLE: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('yes'),
  HEED_SIGN_UP: z.enum(['first', 'open', 'closed'], { error: 'must be first, open or closed' }).default('first'),
  HEED_TRUSTED_PROXIES: Proxies.optional(),
  HEED_FRAMES_MB: wholeNumber(1_000_000).default(128),
  HEED_PEOPLE_MB: wholeNumber(1_000_000).default(256),
  HEED_ENGINES_MB: wholeNumber(1_000_000).default(512),
  HEED_ENGINES_AT_START: wholeNumber(1_000).default(8),
  HEED_SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/.+/.test(text) && readsAsMeant(text),
      `must be an address such as smtps://user:password@host:465; ${encoded}`,
    )
    .optional(),
  HEED_MAIL_FROM: z
    .string()
    .refine((text) => readMailFrom(text), 'must be an address such as ideas@example.com, or Name <ideas@example.com>')
    .optional(),
  HEED_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, error, warn, info or debug' })
    .default('warn'),
})

export type Config = {
  port: number
  host: string
  /** SQLite's file; not used when `databaseUrl` is given. */
  sqliteFile: string
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string | undefined
  /** Whether a sample workspace is made in an empty store. */
  makesSample: boolean
  /** Whether only requests of this machine are answered while a sample is there: its keys and password are public. */
  onlyLoopback: boolean
  /** What would show a sample to others. A fault once the store turns out to hold one. */
  faultsWithSample: string[]
  /** Who may make a workspace: whoever comes while there is none but the sample, anybody, or nobody. */
  signUp: 'first' | 'open' | 'closed'
  /** Addresses or ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  /** The server that mail is handed to, and who sends it; both are given, or none. */
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** Memory that packed answers may take, in bytes. */
  frameBytes: number
  /** Memory that people may take, in bytes. */
  peopleBytes: number
  /** Memory that suggestion engines may take, in bytes; the one asked last stays, whatever it takes. */
  engineBytes: number
  /** Suggestion engines that are made when the server starts, at most. */
  enginesAtStart: number
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

type Given = Record<string, string | undefined>

/** A password may stand in its value, so that is never printed. */
const secretSettings = ['HEED_DATABASE_URL', 'HEED_SMTP_URL']

const faultsOfValues = (given: Given, error: z.ZodError | undefined) =>
  (error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0])
    return secretSettings.includes(name) ? `${name}: ${message}` : `${name}=${given[name] ?? ''}: ${message}`
  })

/** A misspelt name would else be passed over in silence. Its value is not printed: it may be a password's. */
const faultsOfNames = (given: Given) =>
  Object.keys(given)
    .filter((name) => name.startsWith('HEED_') && !name.startsWith('HEED_TEST_') && !(name in Environment.shape))
    .map((name) => `${name}: is not a setting of Heed`)

const isLoopbackAddress = (url: string) =>
  !URL.canParse(url) || loopbackHosts.includes(new URL(url).hostname.replace(/^\[|\]$/g, ''))

/** The sample's keys and password stand in its documentation, so they must not be reachable from elsewhere. */
const faultsOfOpenSample = (given: Given) => {
  if (given.HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK === 'yes') return []
  const { HOST, HEED_PUBLIC_URL, HEED_TRUSTED_PROXIES } = given
  const open = [
    HOST && !loopbackHosts.includes(HOST) && `HOST=${HOST}`,
    HEED_PUBLIC_URL && !isLoopbackAddress(HEED_PUBLIC_URL) && `HEED_PUBLIC_URL=${HEED_PUBLIC_URL}`,
    HEED_TRUSTED_PROXIES && `HEED_TRUSTED_PROXIES=${HEED_TRUSTED_PROXIES}`,
  ]
  return open
    .filter(Boolean)
    .map(
      (setting) =>
        `${setting}: the sample workspace with its public keys and password would be reachable from other machines. Start with HEED_SAMPLE=no on a store without it, or set HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK=yes if you mean that.`,
    )
}

/** One without the other would look as if mail were on. */
const faultsOfMail = ({ HEED_SMTP_URL, HEED_MAIL_FROM }: Given) => {
  if (HEED_SMTP_URL && !HEED_MAIL_FROM) return ['HEED_MAIL_FROM: is needed beside HEED_SMTP_URL']
  return HEED_MAIL_FROM && !HEED_SMTP_URL ? ['HEED_SMTP_URL: is needed beside HEED_MAIL_FROM'] : []
}

/** The only reader of the environment. An empty value counts as not given. @throws ConfigError */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  const faultsWithSample = faultsOfOpenSample(given)
  const faults = [
    ...faultsOfValues(given, parsed.error),
    ...(given.HEED_SAMPLE === 'no' ? [] : faultsWithSample),
    ...faultsOfMail(given),
    ...faultsOfNames(given),
  ]
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    sqliteFile: join(env.HEED_DATA_DIR, 'heed.sqlite'),
    dataDir: env.HEED_DATA_DIR,
    databaseUrl: env.HEED_DATABASE_URL,
    publicUrl: env.HEED_PUBLIC_URL?.replace(/\/$/, ''),
    makesSample: env.HEED_SAMPLE === 'yes',
    onlyLoopback: env.HEED_ALLOW_SAMPLE_KEYS_BEYOND_LOOPBACK !== 'yes',
    faultsWithSample,
    signUp: env.HEED_SIGN_UP,
    trustedProxies: env.HEED_TRUSTED_PROXIES ?? [],
    smtpUrl: env.HEED_SMTP_URL,
    mailFrom: env.HEED_MAIL_FROM,
    frameBytes: env.HEED_FRAMES_MB * 2 ** 20,
    peopleBytes: env.HEED_PEOPLE_MB * 2 ** 20,
    engineBytes: env.HEED_ENGINES_MB * 2 ** 20,
    enginesAtStart: env.HEED_ENGINES_AT_START,
    logLevel: env.HEED_LOG_LEVEL,
  }
}
