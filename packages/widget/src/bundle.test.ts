// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import type { WidgetConfig } from '@heed/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { innerNames } from '../inner-names.ts'
import { tabLabels } from './loader/languages.ts'

const folder = dirname(import.meta.dirname)
const dist = join(folder, 'dist')
const read = (path: string) => readFileSync(join(dist, path), 'utf8')

const config: WidgetConfig = {
  key: 'pk_live_0mws7co3wunx0rhsbewci',
  assets: 'assets/92G1mrjx9H/',
  workspaceName: 'Northwind $& Sons',
  defaultLocale: 'en',
  accent: '#2b59c3',
  privacySignal: 'honour',
  fatigue: { restDays: 7, laterDays: 7, mostASession: 1 },
  surveys: [
    {
      id: 'srv_0mws7co3wunx0rhsbewci',
      kind: 'nps',
      version: 1,
      texts: {},
      trigger: { delayMs: 5000, path: '/invoices/*' },
      repeatAfterDays: 90,
    },
  ],
}

const brotli = (text: string) => brotliCompressSync(text).length

describe('the built widget', () => {
  /** Which sources went into which file. */
  let modules: Record<string, string[]>
  let loader: string
  let files: Map<string, string>
  const sizeOf = (name: string) => brotli(files.get(`${name}.js`) ?? '')

  beforeAll(() => {
    if (!existsSync(join(dist, 'entry.json'))) {
      throw new Error('packages/widget/dist is missing: build first (pnpm --filter @heed/widget build)')
    }
    modules = Object.assign(
      {},
      ...['loader', 'panels', 'runtime'].map((name) => JSON.parse(read(`${name}.modules.json`))),
    )
    loader = read('loader.js').replace('"__HEED_CONFIG__"', () => JSON.stringify(config))
    const { assets } = JSON.parse(read('entry.json'))
    const names = readdirSync(join(dist, assets)).filter((name) => name.endsWith('.js'))
    files = new Map(names.map((name) => [name, read(`${assets}${name}`)]))
  })

  it('keeps libraries and everything beyond its folder out of the loader', () => {
    const strangers = modules['loader.js']?.filter((module) => !module.startsWith('src/loader/'))

    expect(modules['loader.js']).toContain('src/loader/index.ts')
    expect(strangers).toEqual([])
  })

  it('carries the place of its configuration once, and runs as a script with one put there', () => {
    expect(read('loader.js').split('"__HEED_CONFIG__"')).toHaveLength(2)

    expect(() => new Script(loader)).not.toThrow()
    expect(loader).toContain('import(')
  })

  it('has no framework and no zod anywhere', () => {
    const sources = Object.values(modules).flat()

    expect(sources.filter((source) => /node_modules\/(zod|preact|react)\//.test(source))).toEqual([])
    expect(sources.some((source) => source.includes('node_modules/idb-keyval/'))).toBe(true)
  })

  it('draws a prompt with what is in one file, whatever the language', () => {
    const languages = [...files.keys()].filter((name) => name.startsWith('runtime.'))

    expect(languages).toHaveLength(Object.keys(tabLabels).length)
    for (const name of languages) expect(files.get(name)).not.toMatch(/\bfrom\s*["']|^import["'\s]/)
    for (const late of ['outbox', 'outbox-store', 'rooms', 'inline', 'deliver', 'claim', 'identity', 'trial']) {
      expect(modules['runtime.js'], late).not.toContain(`src/runtime/${late}.ts`)
    }
    expect(modules['runtime.js']).not.toContain('src/panels/survey/follow-up.ts')
  })

  it('needs one file at a time, besides words: panels, ways and rooms bring no other file along', () => {
    const importsOf = (name: string) =>
      [...(files.get(`${name}.js`) ?? '').matchAll(/from\s*["']([^"']+)["']/g)].map(([, from]) => from)

    for (const name of ['help', 'rooms', 'inline', 'ways', 'follow-up', 'trial', 'triggers', 'outbox', 'status'])
      expect(importsOf(name), name).toEqual([])
    // Whoever is vouched for says something next.
    expect(importsOf('identity')).toEqual(['./outbox.js'])
    // Whoever is here came through the help panel or passes by it.
    for (const name of ['further', 'capture']) expect(importsOf(name), name).toEqual(['./help.js'])
    for (const name of ['messages', 'ideas']) expect(importsOf(name), name).toEqual(['./help.js', './further.js'])
  })

  it('has every module packed beside it', () => {
    const { assets } = JSON.parse(read('entry.json'))
    for (const name of files.keys()) {
      expect(existsSync(join(dist, assets, `${name}.br`)), `${name}.br`).toBe(true)
      expect(existsSync(join(dist, assets, `${name}.gz`)), `${name}.gz`).toBe(true)
    }
  })

  it('shortens what its parts call each other by, in every file, and nothing that contracts name', () => {
    const names = innerNames.join('|')
    const called = new RegExp(`[.,{](${names})[:(,})=]`)
    for (const [name, script] of [['loader.js', loader] as const, ...files]) expect(script, name).not.toMatch(called)

    const contracts = join(folder, '../contracts/src')
    const sources = readdirSync(contracts).filter((name) => !name.includes('.test.'))
    for (const name of sources) {
      const source = readFileSync(join(contracts, name), 'utf8')
      expect(source, name).not.toMatch(new RegExp(`\\b(${names})\\??:|['"](${names})['"]`))
    }
  })

  it('parses no HTML and no code, and draws with constructed sheets alone', () => {
    for (const [name, script] of [['loader.js', loader] as const, ...files]) {
      expect(script, name).not.toMatch(
        /innerHTML|outerHTML|srcdoc|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      )
      expect(script, name).not.toMatch(/createElement\(["'`]style["'`]\)/)
    }
  })

  describe('weighs no more, in brotli, than what a visitor may be asked to pay', () => {
    // The goals of the house: must, and where it is reached, aim. A ceiling is lowered with every gain.
    it('at rest: loader and configuration', () => {
      expect(brotli(loader)).toBeLessThanOrEqual(4_655)
    })

    it('to the first prompt: that, and the runtime with its words, in any language', () => {
      expect(brotli(loader) + sizeOf('runtime.en')).toBeLessThanOrEqual(11_895)
      for (const name of files.keys()) {
        if (name.startsWith('runtime.'))
          expect(brotli(loader) + brotli(files.get(name) ?? ''), name).toBeLessThanOrEqual(11_970)
      }
    })

    it('to the help panel with the ticket form, on top', () => {
      for (const language of Object.keys(tabLabels)) {
        const bytes = sizeOf('rooms') + sizeOf('help') + sizeOf(`help-texts-${language}`)
        expect(bytes, language).toBeLessThanOrEqual(7_995)
      }
    })

    it('to what is opened there, files, and the words of all panels, on top', () => {
      for (const language of Object.keys(tabLabels)) {
        expect(sizeOf('further') + sizeOf(`panel-texts-${language}`), language).toBeLessThanOrEqual(3_685)
      }
    })

    it('to help or a survey in an element of the host page, on top', () => {
      expect(sizeOf('inline')).toBeLessThanOrEqual(840)
    })

    it('to what comes after its answer, on top', () => {
      for (const language of Object.keys(tabLabels)) {
        expect(sizeOf('follow-up') + sizeOf(`prompt-texts-${language}`), language).toBeLessThanOrEqual(2_985)
      }
    })

    it('to triggers that are listened for, on top', () => {
      expect(sizeOf('triggers')).toBeLessThanOrEqual(800)
    })

    it('to the first thing that did not get through at once, on top', () => {
      expect(sizeOf('outbox')).toBeLessThanOrEqual(2_700)
    })

    it('to a signed identity, on top of that', () => {
      expect(sizeOf('identity')).toBeLessThanOrEqual(1_150)
    })

    it.each([
      ['messages', 2_470],
      ['ideas', 1_935],
    ])('to the %s, on top of both', (panel, most) => {
      expect(sizeOf(panel)).toBeLessThanOrEqual(most)
    })

    it('to the screenshot editor, on top', () => {
      expect(sizeOf('capture') + sizeOf('capture-texts-de')).toBeLessThanOrEqual(10_110)
    })
  })
})
