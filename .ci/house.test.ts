import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rooms = ['packages', 'apps'].flatMap((wing) => readdirSync(join(root, wing)).map((room) => `${wing}/${room}`))

/** Runs a tool of the house and answers with its output, which on a failure is the message. */
const run = async (tool: string, args: string[], cwd = root) => {
  const command = join(root, 'node_modules', '.bin', tool)
  try {
    return (await promisify(execFile)(command, args, { cwd, maxBuffer: 16 * 1024 * 1024 })).stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${tool} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}

describe('the house', () => {
  it.each(rooms)('type-checks %s', async (room) => {
    await run('tsc', ['--noEmit'], join(root, room))
  })

  it('is linted and formatted', () => run('biome', ['check', '--error-on-warnings']))

  it('has no dead file, export or dependency', () => run('knip', []))

  it('keeps the widget within its byte budget', () => run('size-limit', [], join(root, 'packages/widget')))
})

/** Looked for without regard to any configuration. */
const testFilesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['node_modules', 'dist', '.git'].includes(entry.name) ? [] : testFilesBelow(path)
    return /\.test\.\w+$/.test(entry.name) ? [relative(root, path)] : []
  })

/** Who may import whom: one direction, nothing imports an app, apps never each other. */
const mayImport: Record<string, string[]> = {
  'packages/contracts': [],
  'packages/stats': ['contracts'],
  'packages/segments': ['contracts'],
  'packages/suggest': [],
  'packages/db': ['contracts'],
  'packages/widget': ['contracts'],
  'packages/react': ['widget'],
  'packages/node': ['contracts'],
  'apps/server': ['contracts', 'stats', 'segments', 'suggest', 'db', 'node'],
  'apps/dashboard': ['contracts', 'stats', 'segments'],
  'apps/playground': ['contracts'],
  'apps/e2e': ['contracts', 'server'],
}

const sourcesOf = (room: string) =>
  readdirSync(join(root, room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: `${room}/src/${file}`, text: readFileSync(join(root, room, 'src', file), 'utf8') }))

const importsOf = (text: string) =>
  [
    ...text.matchAll(/(import|export)\s+(type\s)?[^'"]*?from\s+'@heed\/([\w-]+)(\/[\w-]+)?'|import\('@heed\/([\w-]+)/g),
  ].map((match) => ({ typeOnly: Boolean(match[2]), room: match[3] ?? match[5] ?? '', entry: match[4] ?? '' }))

describe('the rooms', () => {
  it('are all named in the import rules', () => {
    expect(Object.keys(mayImport).sort()).toEqual([...rooms].sort())
  })

  it.each(rooms)('%s imports only what stands before it', (room) => {
    const wrong = sourcesOf(room).flatMap(({ file, text }) =>
      importsOf(text)
        .filter(({ room: imported }) => !mayImport[room]?.includes(imported))
        .map(({ room: imported }) => `${file} imports @heed/${imported}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(['packages/widget', 'apps/dashboard', 'apps/playground'])(
    '%s takes types alone from the contracts, so that zod stays out of the browser',
    (room) => {
      const wrong = sourcesOf(room)
        .filter(({ file }) => !file.includes('.test.'))
        .flatMap(({ file, text }) =>
          importsOf(text)
            .filter(({ room: imported, entry, typeOnly }) => imported === 'contracts' && entry === '' && !typeOnly)
            .map(() => file),
        )
      expect(wrong).toEqual([])
    },
  )

  it('find no zod behind the other entries of the contracts', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages/contracts/package.json'), 'utf8'))
    const { '.': _all, ...entries } = manifest.exports as Record<string, string>

    expect(Object.keys(entries)).toContain('./new-id')
    const libraries = new Set<string>()
    const follow = (file: string) => {
      const text = readFileSync(file, 'utf8')
      for (const [, from = ''] of text.matchAll(/^import (?!type).*from '(.*)'$/gm)) {
        if (from.startsWith('.')) follow(join(dirname(file), from))
        else libraries.add(from)
      }
    }
    for (const file of Object.values(entries)) follow(join(root, 'packages/contracts', file))
    expect([...libraries]).toEqual(['nanoid'])
  })
})

describe('the set-up', () => {
  it('runs every test file there is', async () => {
    const listed = await run('vitest', ['list', '--config', 'vitest.workspace.ts', '--filesOnly', '--json'])
    const runs = (JSON.parse(listed) as { file: string }[]).map(({ file }) => relative(root, file))

    expect(runs.sort()).toEqual(testFilesBelow(root).sort())
  })

  it('runs them all in each script that tests', () => {
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<string, string>
    const testing = Object.values(scripts).filter((text) => text.includes('vitest'))
    expect(testing.length).toBeGreaterThan(0)
    for (const script of testing) expect(script).toMatch(/vitest run --config vitest\.workspace\.ts$/)
  })

  it('names no path of one machine and no registry', () => {
    const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
    expect(lockfile).not.toMatch(/tarball:|registry\./)
  })

  it('documents every problem code', () => {
    const documented = readFileSync(join(root, 'docs/api.md'), 'utf8')
    const codes = sourcesOf('packages/contracts').flatMap(({ text }) =>
      [...text.matchAll(/^ {2}([a-z_]+): \[\s*\d{3},/gm)].map((match) => match[1] ?? ''),
    )
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !documented.includes(`\`${code}\``))).toEqual([])
  })
})
