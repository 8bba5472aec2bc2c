import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const packages = ['widget', 'react', 'node']
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string }

/** An app without our repository around it, which has installed what we would publish. */
let app: string
const installed = (name: string) => join(app, 'node_modules/@heed', name)
const tarball = (name: string) => join(app, `heed-${name}-0.1.0.tgz`)

/** What the app has from others, and the room that has it too. */
const bought = [
  ['packages/react', 'react'],
  ['packages/react', '@types/react'],
  ['packages/react', '@types/node'],
  ['packages/node', 'jose'],
  ['packages/node', 'standardwebhooks'],
  ['apps/server', 'fastify'],
] as const
/** What each published package needs. */
const needs: Record<string, object> = {
  widget: {},
  react: { '@heed/widget': '^0.1.0' },
  node: { jose: expect.stringMatching(/^\^?6\./), standardwebhooks: expect.stringMatching(/^\^?1\./) },
}

/** Answers with the output, which on a failure is the message. */
const run = async (command: string, args: string[], cwd: string) => {
  try {
    return (await promisify(execFile)(command, args, { cwd, maxBuffer: 16 * 1024 * 1024 })).stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}
const tool = (name: string) => join(root, 'node_modules/.bin', name)

beforeAll(async () => {
  app = realpathSync(mkdtempSync(join(tmpdir(), 'heed-app-')))
  for (const name of packages) {
    const folder = join(root, 'packages', name)
    await run('npx', ['--yes', packageManager, 'pack', '--pack-destination', app], folder)
    mkdirSync(installed(name), { recursive: true })
    await run('tar', ['-xzf', tarball(name), '--strip-components=1', '-C', installed(name)], app)
  }
  for (const [room, name] of bought) {
    const link = join(app, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(root, room, 'node_modules', name)), link)
  }
})
afterAll(() => rmSync(app, { recursive: true }))

describe.each(packages)('the published package %s', (name) => {
  it('is what npm and bundlers expect', () => run(tool('publint'), ['run', tarball(name), '--strict'], app))

  it('has types where TypeScript looks for them', () =>
    run(tool('attw'), [tarball(name), '--profile', 'esm-only', '--no-emoji', '--no-color'], app))

  it('brings its licence and a page about itself, and needs nothing of ours that is not published', () => {
    const manifest = JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8'))

    expect(readFileSync(join(installed(name), 'LICENSE'), 'utf8')).toContain('MIT')
    expect(readFileSync(join(installed(name), 'README.md'), 'utf8')).toContain(`npm install @heed/${name}`)
    expect(manifest.private).toBeUndefined()
    expect(manifest.dependencies ?? {}).toEqual(needs[name])
  })
})

describe('the built entries', () => {
  const built = (path: string) => readFileSync(join(app, 'node_modules/@heed', path), 'utf8')

  it('keep within 0.7 kB of brotli for the widget', () => {
    expect(brotliCompressSync(built('widget/dist/npm/index.js')).length).toBeLessThanOrEqual(700)
  })

  it("tell bundlers to leave the loader's import alone, and import nothing else", () => {
    const source = built('widget/dist/npm/index.js')
    expect(source).toMatch(/import\(\s*\/\* webpackIgnore: true \*\/\s*\/\* @vite-ignore \*\//)
    expect(source).not.toMatch(/\bfrom\s*["']/)
  })

  it('begin with the mark of client components for React', () => {
    expect(built('react/dist/index.js')).toMatch(/^["']use client["']/)
  })

  it('declare types without the contracts and without zod', () => {
    expect(built('widget/dist/npm/index.d.ts')).not.toMatch(/\bimport\b|contracts['"]|\bz\.infer/)
    for (const file of readdirSync(join(installed('node'), 'dist'))) {
      expect(built(`node/dist/${file}`)).not.toMatch(/@heed\/|\bz\.infer|from ['"]zod/)
    }
  })

  it('can be imported on a server', async () => {
    const script = "const { heed } = await import('@heed/widget'); heed('open'); await import('@heed/react')"
    await run(process.execPath, ['--input-type=module', '--eval', script], app)
  })

  it('let a server end, whatever waits to be sent, unless it waits for that', async () => {
    const script = `
      const { createHeed } = await import('@heed/node')
      const options = { secretKey: 'sk_test', host: 'https://heed.example.com', onError: () => {} }
      const fetch = async () => { throw new TypeError('fetch failed') }
      createHeed({ ...options, fetch, flushAt: 1 }).track({ userId: '4711', event: 'Report exported' })
      const heed = createHeed({ ...options, fetch })
      heed.track({ userId: '4711', event: 'Report exported' })
      const left = await heed.close({ timeoutMs: 300 })
      createHeed({ ...options, fetch }).track({ userId: '4711', event: 'Report exported' })
      console.log('left', left.length)`
    const began = performance.now()

    expect(await run(process.execPath, ['--input-type=module', '--eval', script], app)).toBe('left 1\n')

    // The pauses of the one that is never closed last for minutes, the interval for ten seconds.
    expect(performance.now() - began).toBeLessThan(8_000)
  })
})

const consumer = `
import { heed, type PersonClaim, type WidgetStatus } from '@heed/widget'

heed.start({ key: 'pk_1', host: 'https://heed.example.com', position: 'bottom-left', radius: 8, launcher: false })
const person: PersonClaim = { userId: '4711', traits: { beta: true }, account: { accountId: 'acme', spendMinor: 12900 } }
heed('identify', person)
heed('open')
heed('open', 'ideas')
heed('on', 'response', ({ surveyId, score, choices }) => console.log(surveyId.length, score?.toFixed(), choices?.length))
heed('on', 'ready', (detail: undefined) => detail)
heed('status', ({ words }: WidgetStatus) => words)
heed.stop()
// @ts-expect-error there is no such command
heed('shout')
// @ts-expect-error an event has its own detail
heed('on', 'ticket', ({ surveyId }) => surveyId)
// @ts-expect-error there is no such panel
heed('open', 'inbox')
// @ts-expect-error an account has an id
heed('account', { plan: 'growth' })
// @ts-expect-error where Heed stands must be said
heed.start({ key: 'pk_1' })
// @ts-expect-error there is no such place
heed.start({ key: 'pk_1', host: 'https://heed.example.com', position: 'middle' })
`

const reactConsumer = `
import { HeedProvider, type HeedProviderProps, useHeedEvent, useUnread } from '@heed/react'

export const props: HeedProviderProps = { apiKey: 'pk_1', host: 'https://heed.example.com', user: null, theme: 'dark' }
export const Count = () => {
  // @ts-expect-error there is no such event
  useHeedEvent('shouted', () => {})
  return <p>{useUnread().toFixed()}</p>
}
// @ts-expect-error where Heed stands must be said
export const app = <HeedProvider apiKey="pk_1"><Count /></HeedProvider>
`

const nodeConsumer = `
import { createHeed, type HeedFault, signIdentity, verifyWebhook, WebhookError } from '@heed/node'

const told = (fault: HeedFault) => [fault.code === 'partly_read', fault.fields[0]?.field.length, fault.messages[0]?.messageId]
const heed = createHeed({ secretKey: 'sk_1', host: 'https://heed.example.com', onError: told })
heed.identify({ userId: 4711, traits: { email: null, createdAt: new Date(), 'favourite colour': 'red' } })
heed.page({ anonymousId: 'a1', name: 'Pricing', timestamp: 1772445600 })
const left: string[] = (await heed.close({ timeoutMs: 1 })).map(({ messageId }) => messageId)
const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
const named = { kid: 'sgk_1', workspaceId: 'wsp_1' }
const token: string = await signIdentity({ ...named, algorithm: 'ES256', privateKey: pair.privateKey }, { userId: '4711' })
const event = verifyWebhook(Buffer.from('{}'), new Headers(), ['whsec_1', 'whsec_2'])
console.log(left, token, event.type.length, new WebhookError('header_missing', '').code === 'header_missing')
// @ts-expect-error somebody is meant
heed.track({ event: 'Report exported' })
// @ts-expect-error a group has an id
heed.group({ userId: '4711', traits: { plan: 'growth' } })
// @ts-expect-error an amount is a number
heed.group({ userId: '4711', groupId: 'acme', traits: { spendMinor: '129.00' } })
// @ts-expect-error a key has a secret or is private
signIdentity({ ...named }, { userId: '4711' })
// @ts-expect-error there is no such algorithm
signIdentity({ ...named, algorithm: 'none', privateKey: '' }, { userId: '4711' })
// @ts-expect-error where Heed stands must be said
createHeed({ secretKey: 'sk_1' })
`

/** What the guide for servers takes from Express: its types are not in the house. */
const express = `
declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export interface Request extends IncomingMessage { body: any }
  export interface Response extends ServerResponse {
    status(status: number): this
    sendStatus(status: number): this
    set(name: string, value: string): this
    type(type: string): this
    send(body: string): this
  }
}
`

describe('a server in TypeScript', () => {
  it.each(['nodenext', 'bundler'])('is checked against the types alone, with %s', async (resolution) => {
    const folder = join(app, `server-${resolution}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'consumer.ts'), nodeConsumer)
    writeFileSync(join(folder, 'express.d.ts'), express)
    writeFileSync(join(folder, 'session.ts'), readFileSync(join(root, 'packages/node/src/testing/session.ts'), 'utf8'))
    const pages = [
      readFileSync(join(root, 'docs/node.md'), 'utf8'),
      readFileSync(join(installed('node'), 'README.md'), 'utf8'),
    ]
    const examples = pages.join('\n').matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)
    for (const [, file = '', source = ''] of examples) writeFileSync(join(folder, file), source)
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2022',
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
      lib: ['es2023'],
      types: ['node'],
      typeRoots: ['../node_modules/@types'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))

    await run(tool('tsc'), ['--project', folder], app)
  })
})

describe('an app in TypeScript', () => {
  it.each(['nodenext', 'bundler'])('is checked against the types alone, with %s', async (resolution) => {
    const folder = join(app, resolution)
    mkdirSync(join(folder, 'app'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'consumer.ts'), consumer)
    writeFileSync(join(folder, 'react-consumer.tsx'), reactConsumer)
    const guide = readFileSync(join(root, 'docs/embedding.md'), 'utf8')
    for (const [, file = '', source = ''] of guide.matchAll(/^```tsx\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)) {
      // Next.js leaves the extension out, Node's own way does not.
      const asNode = resolution === 'nodenext' ? source.replace("'./help-button'", "'./help-button.js'") : source
      writeFileSync(join(folder, file), asNode)
    }
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2022',
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
      lib: ['es2023', 'dom'],
      jsx: 'react-jsx',
      types: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'] }))

    await run(tool('tsc'), ['--project', folder], app)
  })
})
