import type { ImportedFile, ImportNote } from '@heed/contracts'

/** A page as a file says it, before it is known which articles there are. */
export type ImportPage = {
  path: string
  /** What it is found again by, such as `markdown:guides/setup.md`. */
  externalId: string
  /** The same for versions of one page in several languages. */
  key: string
  locale: string
  title: string
  titleLine: number
  summary: string | null
  /** Markdown; its links and pictures are those of the file. */
  body: string
  /** Lines of the file before the body. */
  linesBefore: number
  /** As the file asks for it; null: from the path or title. */
  slug: string | null
  slugFrom: string
  areaName: string | null
  isDraft: boolean
  notes: ImportNote[]
}

/** A file that is no article. */
export type LeftOut = { path: string; reason: NonNullable<ImportedFile['reason']> }

/** What a link or picture of a page names: a page by its external id, a file's bytes, or nothing that is there. */
export type Found = { externalId: string } | { bytes: Buffer } | 'missing' | 'elsewhere'

/** All that an import's file holds. */
export type ImportSource = {
  pages: ImportPage[]
  leftOut: LeftOut[]
  /** The bytes of every picture that a page names and that is there. */
  imagesOf: (page: ImportPage) => Buffer[]
  findLink: (page: ImportPage, url: string) => Found
  findImage: (page: ImportPage, url: string) => Found
}

/** Versions of one page in several languages, by their key. */
export const versionsByKey = (pages: ImportPage[]): Map<string, ImportPage[]> => {
  const versions = new Map<string, ImportPage[]>()
  for (const page of pages) versions.set(page.key, [...(versions.get(page.key) ?? []), page])
  return versions
}
