// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import type { WidgetConfig } from '@heed/contracts'
import { beforeAll, describe, expect, it } from 'vitest'

type Chunk = { file: string; name: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }

const folder = dirname(import.meta.dirname)
const dist = join(folder, 'dist')
const read = (path: string) => readFileSync(join(dist, path), 'utf8')

const config: WidgetConfig = {
  key: 'pk_live_0mws7co3wunx0rhsbewci',
  runtime: 'assets/runtime-D-g5nuzM.js',
  workspaceName: 'Northwind $& Sons',
  defaultLocale: 'en',
  accent: '#2b59c3',
  surveys: [
    {
      id: 'srv_0mws7co3wunx0rhsbewci',
      kind: 'nps',
      texts: {},
      trigger: { delayMs: 5000, path: '/invoices/*' },
      repeatAfterDays: 90,
    },
  ],
}

describe('the built widget', () => {
  let modules: Record<string, string[]>
  let chunks: Record<string, Chunk>
  const chunkNamed = (name: string): Chunk => {
    const found = Object.values(chunks).find((chunk) => chunk.name === name)
    if (!found) throw new Error(`no chunk is called ${name}`)
    return found
  }

  beforeAll(() => {
    if (!existsSync(join(dist, 'assets/manifest.json'))) {
      throw new Error('packages/widget/dist is missing: build first (pnpm --filter @heed/widget build)')
    }
    modules = { ...JSON.parse(read('loader.modules.json')), ...JSON.parse(read('assets.modules.json')) }
    chunks = JSON.parse(read('assets/manifest.json'))
  })

  it('keeps libraries and everything beyond its folder out of the loader', () => {
    const strangers = modules['loader.js']?.filter((module) => !module.startsWith('src/loader/'))

    expect(modules['loader.js']).toContain('src/loader/index.ts')
    expect(strangers).toEqual([])
  })

  it('carries the place of its configuration once, and runs as a script with one put there', () => {
    const loader = read('loader.js')
    expect(loader.split('"__HEED_CONFIG__"')).toHaveLength(2)

    const answered = loader.replace('"__HEED_CONFIG__"', () => JSON.stringify(config))

    expect(() => new Script(answered)).not.toThrow()
    expect(answered).toContain('import(')
  })

  it('stays within 3.5 kB of brotli with its configuration', () => {
    const answered = read('loader.js').replace('"__HEED_CONFIG__"', () => JSON.stringify(config))

    expect(brotliCompressSync(answered).length).toBeLessThanOrEqual(3500)
  })

  it('has no zod anywhere, and Preact only where panels are', () => {
    const filesWith = (library: string) =>
      Object.keys(modules).filter((file) =>
        modules[file]?.some((module) => module.startsWith(`node_modules/${library}/`)),
      )

    expect(filesWith('zod')).toEqual([])
    expect(filesWith('preact')).toEqual([chunkNamed('panel').file])
  })

  it('needs three files after the loader for a first prompt, and never Preact', () => {
    const files = new Set<string>()
    const gather = (chunk: Chunk) => {
      files.add(chunk.name)
      for (const key of chunk.imports ?? []) {
        const next = chunks[key]
        if (next) gather(next)
      }
    }

    for (const name of ['runtime', 'survey', 'en']) gather(chunkNamed(name))

    expect([...files].sort()).toEqual(['en', 'runtime', 'survey'])
  })

  it('has one entry for the server to find, and every script packed beside it', () => {
    const entries = Object.values(chunks).filter(({ isEntry }) => isEntry)
    expect(entries.map(({ name }) => name)).toEqual(['runtime'])

    for (const { file } of Object.values(chunks)) {
      expect(file).toMatch(/^[\w.]+-[\w-]{8}\.js$/)
      expect(existsSync(join(dist, 'assets', `${file}.br`)), `${file}.br`).toBe(true)
      expect(existsSync(join(dist, 'assets', `${file}.gz`)), `${file}.gz`).toBe(true)
    }
  })

  it('parses no HTML and no code, and draws with constructed sheets alone', () => {
    const scripts = Object.keys(modules).map((file) => read(file === 'loader.js' ? file : `assets/${file}`))
    const assembled = scripts.join('\n')

    // Preact carries the one innerHTML, behind dangerouslySetInnerHTML, which nothing here uses.
    const own = assembled
      .replaceAll('dangerouslySetInnerHTML', '')
      .match(/insertAdjacentHTML|document\.write|\beval\(|new Function/g)
    expect(own).toBeNull()
    for (const script of scripts.filter((each) => !each.includes('dangerouslySetInnerHTML'))) {
      expect(script).not.toContain('innerHTML')
    }
    expect(assembled).not.toContain('createElement("style")')
    expect(assembled).not.toContain('createElement(`style`)')
  })

  it('stays within the ceilings of .size-limit.json', () => {
    const manifest = createRequire(import.meta.url).resolve('size-limit/package.json')
    const bin = join(dirname(manifest), 'bin.js')

    const run = () => execFileSync(process.execPath, [bin], { cwd: folder, encoding: 'utf8' })

    expect(run).not.toThrow()
  })
})
