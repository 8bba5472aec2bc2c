import { posix } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { targetsIn } from '../article-links.ts'
import { readMarkdown } from '../read-markdown.ts'
import type { Found, ImportPage, ImportSource, LeftOut } from './import-page.ts'
import { placePages } from './page-locale.ts'
import { readPage } from './read-page.ts'
import { readZip } from './read-zip.ts'

const isPage = (path: string) => /\.(md|mdx|markdown)$/i.test(path)
const isPicture = (path: string) => /\.(png|jpe?g|gif|webp|svg|avif|bmp|ico|tiff?)$/i.test(path)

/** A Markdown folder as a zip. @throws Problem articles_unreadable */
export async function readFolder(zip: Buffer, locale: string): Promise<ImportSource> {
  const { files, unreadable } = await readZip(zip)
  const paths = [...files.keys()].filter(isPage).sort()
  const place = placePages(paths)
  const read: (ImportPage | LeftOut)[] = []
  for (const path of paths) {
    await setImmediate() // others are served meanwhile
    read.push(readPage(path, files.get(path) ?? Buffer.alloc(0), place(path), locale))
  }
  const pages = read.filter((page): page is ImportPage => 'externalId' in page)
  const leftOut: LeftOut[] = [
    ...read.filter((page): page is LeftOut => !('externalId' in page)),
    ...unreadable.map((path) => ({ path, reason: 'unreadable' as const })),
    ...[...files.keys()]
      .filter((path) => !isPage(path) && !isPicture(path))
      .map((path) => ({ path, reason: 'not_a_page' as const })),
  ]
  const byPath = new Map(pages.map((page) => [page.path, page]))

  /** A page of the folder, also without its ending, or by its folder alone. */
  const pageAt = (path: string) => {
    const bare = path.replace(/\/$/, '')
    const endings = ['', '.md', '.mdx', '.markdown', '/index.md', '/README.md', '/readme.md', '/index.mdx']
    return endings.map((ending) => byPath.get(bare + ending)).find((page) => page !== undefined)
  }
  /** What an address names, from this page; a host's own address may be one of the folder's root. */
  const pathsOf = (page: Pick<ImportPage, 'path'>, url: string): string[] => {
    const address = decoded(url.replace(/[?#].*$/s, ''))
    if (address.startsWith('/')) return [address.slice(1), `static${address}`, `public${address}`]
    const path = posix.join(posix.dirname(page.path), address)
    return path.startsWith('..') ? [] : [path]
  }

  const pictureOf = (page: Pick<ImportPage, 'path'>, url: string): Buffer | undefined =>
    pathsOf(page, url)
      .map((path) => files.get(path))
      .find((found) => found !== undefined)

  return {
    pages,
    leftOut,
    imagesOf: ({ body, ...page }) =>
      body.includes('![')
        ? targetsIn(readMarkdown(body)).flatMap(({ kind, url }) =>
            kind === 'image' ? (pictureOf(page, url) ?? []) : [],
          )
        : [],
    findLink: (page, url) => {
      if (/^([a-z][a-z\d+.-]*:|\/\/|#|\?)/i.test(url) || url === '') return 'elsewhere'
      const target = pathsOf(page, url)
        .map(pageAt)
        .find((found) => found !== undefined)
      if (target) return { externalId: target.externalId }
      return url.startsWith('/') ? 'elsewhere' : 'missing'
    },
    findImage: (page, url): Found => {
      if (/^(https?:|data:|\/\/)/i.test(url)) return 'elsewhere'
      const bytes = pictureOf(page, url)
      return bytes ? { bytes } : 'missing'
    },
  }
}

const decoded = (address: string) => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
