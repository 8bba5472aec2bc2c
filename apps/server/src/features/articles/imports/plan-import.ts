import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ArticleContent, ArticleImportQuery, ImportedFile, ImportNote } from '@heed/contracts'
import type { ArticleRow } from '../articles.queries.ts'
import { imageAddress } from '../image-address.ts'
import type { ImageRow } from '../images.queries.ts'
import { contentOf } from '../write-article.ts'
import type { ImportPage, ImportSource } from './import-page.ts'
import { type KnownPlace, slugPages } from './page-slugs.ts'
import { type Place, rewriteLinks } from './rewrite-links.ts'

/** What stands in the workspace before the import. */
export type Standing = {
  /** Every article there is. */
  places: (KnownPlace & { title: string })[]
  /** Those that this source brought before, by external id. */
  before: Map<string, ArticleRow>
  /** Ids of areas by their name in small letters. */
  areas: Map<string, string>
}

/** What is done with one page. */
export type Step = {
  page: ImportPage
  outcome: 'created' | 'changed' | 'same' | 'left_out'
  reason: ImportedFile['reason']
  content: ArticleContent
  importHash: string
  /** Name of an area that is not there, and is added for it. */
  newArea: string | null
  images: ImageRow[]
  notes: ImportNote[]
}

const longestArea = 200

/** Areas are found again whatever the case of their names. */
export const areaKey = (name: string) => name.toLowerCase()

type ReadImages = Map<Buffer, ImageRow | undefined>

/** Says for each page what the import does with it; stores nothing. */
export async function planImport(
  workspaceId: string,
  source: ImportSource,
  images: ReadImages,
  standing: Standing,
  { overwrite, createAreas }: Pick<ArticleImportQuery, 'overwrite' | 'createAreas'>,
): Promise<Step[]> {
  const slugs = slugPages(source.pages, standing.places)
  const titles = titleOwners(source.pages, standing)
  const steps: Step[] = []
  for (const page of source.pages) {
    await setImmediate() // others are served meanwhile
    const notes = [...page.notes]
    const { slug = page.slugFrom, isOwn = true } = slugs.get(page.externalId) ?? {}
    if (!isOwn) notes.push({ line: null, kind: 'slug_taken', target: slug })
    const owner = titles.get(titleKey(page))
    if (owner !== undefined && owner !== page.path)
      notes.push({ line: page.titleLine, kind: 'duplicate_title', target: owner })
    const used: ImageRow[] = []
    const body = rewriteLinks(page.body, (place) => addressOf(page, place))

    function addressOf(from: ImportPage, { kind, url, line }: Place): string | undefined {
      const at = { line: from.linesBefore + line, target: url.slice(0, 500) }
      const found = kind === 'image' ? source.findImage(from, url) : source.findLink(from, url)
      if (found === 'elsewhere') return undefined
      if (found === 'missing') {
        notes.push({ ...at, kind: kind === 'image' ? 'missing_image' : 'broken_link' })
        return undefined
      }
      if ('externalId' in found)
        return `/help/${slugs.get(found.externalId)?.slug ?? ''}${url.match(/#.*/s)?.[0] ?? ''}`
      const image = images.get(found.bytes)
      if (!image) {
        notes.push({ ...at, kind: 'image_unfit' })
        return undefined
      }
      used.push(image)
      return imageAddress(workspaceId, image.hash, image.type)
    }

    const before = standing.before.get(page.externalId)
    const areaId = page.areaName === null ? undefined : standing.areas.get(areaKey(page.areaName))
    const unknown = areaId || page.areaName === null ? null : page.areaName.slice(0, longestArea).toWellFormed()
    const newArea = createAreas ? unknown : null
    if (unknown !== null && !createAreas) notes.push({ line: null, kind: 'unknown_area', target: unknown })
    const content: ArticleContent = {
      slug,
      locale: page.locale,
      title: page.title,
      summary: page.summary,
      body,
      areaId: areaId ?? before?.areaId ?? null,
      audience: before?.audience ?? null,
      knownIssue: before?.knownIssue ?? false,
    }
    const importHash = `${sourceHash(page, content)}.${textHash(content)}`
    const step = { page, content, importHash, newArea, images: used, notes }
    steps.push({ ...step, ...outcomeOf(before, step, overwrite) })
  }
  return steps
}

const outcomeOf = (
  before: ArticleRow | undefined,
  { content, importHash, newArea }: Pick<Step, 'content' | 'importHash' | 'newArea'>,
  overwrite: boolean,
): Pick<Step, 'outcome' | 'reason'> => {
  if (!before) return { outcome: 'created', reason: null }
  const [, textBefore] = before.importHash?.split('.') ?? []
  const isChangedHere = textBefore !== textHash(contentOf(before))
  // An area that is added now is one that nobody can have taken away from it.
  const isMissingArea = newArea !== null && before.areaId === null
  const isSame = before.importHash === importHash && before.slug === content.slug && !isMissingArea
  if (isSame && !(overwrite && isChangedHere)) return { outcome: 'same', reason: null }
  if (isChangedHere && !overwrite) return { outcome: 'left_out', reason: 'changed_here' }
  return { outcome: 'changed', reason: null }
}

/** Of the words alone: members set area and audience here without getting in the way of the next import. */
const textHash = ({ locale, title, summary, body }: ArticleContent) => hash([locale, title, summary, body])
const sourceHash = ({ areaName }: ImportPage, content: ArticleContent) => hash([textHash(content), areaName])

const hash = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

const titleKey = ({ title, locale }: { title: string; locale: string }) => `${locale} ${title.trim().toLowerCase()}`

/** Who has a title first: an article that did not come from this source, by its slug, or a file by its path. */
const titleOwners = (pages: ImportPage[], { places }: Standing): Map<string, string> => {
  const owners = new Map<string, string>()
  const coming = new Set(pages.map(({ externalId }) => externalId))
  for (const place of places)
    if (!place.externalId || !coming.has(place.externalId)) owners.set(titleKey(place), `/help/${place.slug}`)
  for (const page of pages) if (!owners.has(titleKey(page))) owners.set(titleKey(page), page.path)
  return owners
}
