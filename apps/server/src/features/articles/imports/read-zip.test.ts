import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readZip } from './read-zip.ts'
import { zipOf } from './testing-folder.ts'

const refused = async (zip: Buffer, limits?: Parameters<typeof readZip>[1]) =>
  readZip(zip, limits).then(
    () => 'taken',
    (error) => error.details.detail,
  )

describe('reading a zip', () => {
  it('refuses what is none, and what is cut off', async () => {
    const whole = zipOf({ 'a.md': 'Hello '.repeat(5_000) })

    expect(await refused(Buffer.from('not a zip'))).toBe('This is not a zip.')
    expect(await refused(Buffer.alloc(0))).toBe('This is not a zip.')
    expect(await refused(whole.subarray(0, 60))).toMatch(/damaged/)
  })

  it('counts what comes out, whatever sizes the zip claims', async () => {
    const bomb = Buffer.from(zipSync({ 'a.md': new Uint8Array(5_000_000) }))
    const claim = bomb.indexOf(Buffer.from('504b0304', 'hex')) + 22
    bomb.writeUInt32LE(10, claim)

    expect(bomb.length).toBeLessThan(10_000)
    expect(await refused(bomb, { files: 10, unpackedBytes: 1_000_000 })).toBe('A zip may hold 1 MB when unpacked.')
  })

  it('counts the files', async () => {
    const many = zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.md`, 'a'])))

    expect(await refused(many, { files: 10, unpackedBytes: 1_000 })).toBe('A zip may hold 10 files.')
  })

  it('takes no name that leads out of the folder, and nothing hidden', async () => {
    const { files, unreadable } = await readZip(
      zipOf({
        '../up.md': 'a',
        'in/../../up.md': 'a',
        '/etc/root.md': 'a',
        'C:\\disk.md': 'a',
        'win\\dows.md': 'a',
        '__MACOSX/x.md': 'a',
        'in/.git/x.md': 'a',
        './in/plain.md': 'a',
      }),
    )

    expect([...files.keys()]).toEqual(['win/dows.md', 'in/plain.md'])
    expect(unreadable).toEqual(['../up.md', 'in/../../up.md', '/etc/root.md', 'C:\\disk.md'])
  })

  it('reads one that was written as a stream, without sizes in front', async () => {
    const chunks: Uint8Array[] = []
    const zip = new Zip((_error, chunk) => chunks.push(chunk))
    const text = new ZipDeflate('docs-4f2a/a.md')
    const plain = new ZipPassThrough('docs-4f2a/b.md')
    zip.add(text)
    text.push(Buffer.from('Grüße'), true)
    zip.add(plain)
    plain.push(Buffer.from('Hello'), true)
    zip.end()

    const { files } = await readZip(Buffer.concat(chunks))

    expect([...files].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
      ['a.md', 'Grüße'],
      ['b.md', 'Hello'],
    ])
  })

  it('is the folder itself where everything lies in one, unless that may be a language', async () => {
    const paths = async (files: Record<string, string>) => [...(await readZip(zipOf(files))).files.keys()]

    expect(await paths({ 'docs/a.md': 'a', 'docs/b/c.md': 'a' })).toEqual(['a.md', 'b/c.md'])
    expect(await paths({ 'de/a.md': 'a' })).toEqual(['de/a.md'])
    expect(await paths({ 'docs/a.md': 'a', 'readme.md': 'a' })).toEqual(['docs/a.md', 'readme.md'])
  })
})
