import { setImmediate } from 'node:timers/promises'
import {
  type ArticleImportFormat,
  type ArticleImportQuery,
  type ArticleImportReport,
  type ImportedFile,
  longestImageBytes,
} from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../../deps.ts'
import { listAreas } from '../../areas/areas.queries.ts'
import { createArea } from '../../areas/create-area.ts'
import { findArticlesById, listPlaces, listVersions } from '../articles.queries.ts'
import { newRow } from '../create-article.ts'
import type { ImageRow } from '../images.queries.ts'
import { keepImage, readImage } from '../store-image.ts'
import { type ArticleDeps, type Editor, insertWritten, lockArticles, writeContent } from '../write-article.ts'
import type { ImportSource } from './import-page.ts'
import { areaKey, planImport, type Standing, type Step } from './plan-import.ts'
import { readFolder } from './read-folder.ts'
import { readIntercom } from './read-intercom.ts'
import { readZendesk } from './read-zendesk.ts'

const readers: Record<ArticleImportFormat, (file: Buffer, locale: string) => Promise<ImportSource>> = {
  markdown: readFolder,
  zendesk: readZendesk,
  intercom: readIntercom,
}

/** Steps of one write: others may write in between. */
const stepsAWrite = 50

/**
 * Takes articles from a file, or says what that would do. What was imported before is found again by where it came
 * from, so that the same file again changes nothing; what was changed here since is left as it is, unless told otherwise.
 * @throws Problem articles_unreadable, too_many_images
 */
export async function importArticles(
  deps: Deps,
  editor: Editor,
  file: Buffer,
  query: ArticleImportQuery,
): Promise<ArticleImportReport> {
  const { workspace } = editor
  const source = await readers[query.format](file, query.locale ?? workspace.defaultLocale)
  const images = await readImages(workspace.id, source, deps.now())
  const standing = await readStanding(deps.store.read, workspace.id, source)
  const steps = await planImport(workspace.id, source, images, standing, query)
  const areas = newAreasIn(steps)
  const files = query.dryRun
    ? steps.map((step) => fileOf(step, standing.before.get(step.page.externalId)?.id ?? null))
    : await takeSteps(deps, editor, await withAreas(deps, workspace.id, steps, areas), standing, query.publish)
  return reportOf({ dryRun: query.dryRun, areas }, files, source, steps)
}

/** Names of areas that articles of this import are the first of. */
const newAreasIn = (steps: Step[]): string[] => {
  const names = new Map<string, string>()
  for (const { newArea, outcome } of steps)
    if (newArea !== null && (outcome === 'created' || outcome === 'changed') && !names.has(areaKey(newArea)))
      names.set(areaKey(newArea), newArea)
  return [...names.values()]
}

/** Adds areas, and gives them to the articles that name them. */
const withAreas = async (deps: Deps, workspaceId: string, steps: Step[], names: string[]): Promise<Step[]> => {
  const ids = new Map<string, string>()
  for (const name of names) ids.set(areaKey(name), await createArea(deps, workspaceId, name))
  return steps.map((step) => {
    const areaId = step.newArea === null ? undefined : ids.get(areaKey(step.newArea))
    return areaId ? { ...step, content: { ...step.content, areaId } } : step
  })
}

/** Every picture that a page names, by its bytes; undefined of what is none that articles may hold. */
const readImages = async (workspaceId: string, source: ImportSource, at: Date) => {
  const images = new Map<Buffer, ImageRow | undefined>()
  const wanted: Buffer[] = []
  for (const page of source.pages) {
    await setImmediate() // others are served meanwhile
    wanted.push(...source.imagesOf(page))
  }
  for (const bytes of wanted) {
    if (images.has(bytes)) continue
    images.set(bytes, bytes.length > longestImageBytes ? undefined : await readImage(workspaceId, bytes, at))
    await setImmediate()
  }
  return images
}

const readStanding = async (handle: Handle, workspaceId: string, { pages }: ImportSource): Promise<Standing> => {
  const [places, areas] = await Promise.all([listPlaces(handle, workspaceId), listAreas(handle, workspaceId)])
  const coming = new Set(pages.map(({ externalId }) => externalId))
  const ids = places.filter(({ externalId }) => externalId && coming.has(externalId)).map(({ id }) => id)
  const before: Standing['before'] = new Map()
  for (let from = 0; from < ids.length; from += 500)
    for (const row of await findArticlesById(handle, workspaceId, ids.slice(from, from + 500)))
      if (row.externalId) before.set(row.externalId, row)
  return { places, before, areas: new Map(areas.map(({ id, name }) => [areaKey(name), id])) }
}

const takeSteps = async (deps: ArticleDeps, editor: Editor, steps: Step[], standing: Standing, publish: boolean) => {
  const files: ImportedFile[] = []
  for (let from = 0; from < steps.length; from += stepsAWrite) {
    const some = steps.slice(from, from + stepsAWrite)
    files.push(
      ...(await deps.store.write(async (tx) => {
        await lockArticles(tx, editor.workspace.id)
        const done: ImportedFile[] = []
        for (const step of some) done.push(await takeStep(tx, deps, editor, step, standing, publish))
        return done
      })),
    )
  }
  return files
}

const takeStep = async (
  tx: Handle,
  { now, newId }: ArticleDeps,
  editor: Editor,
  step: Step,
  standing: Standing,
  publish: boolean,
): Promise<ImportedFile> => {
  const workspaceId = editor.workspace.id
  const { page, content, importHash } = step
  const planned = standing.before.get(page.externalId)
  // As it is now: another language of this import may have moved it, or a member deleted it.
  const [before] = planned ? await findArticlesById(tx, workspaceId, [planned.id]) : []
  if (step.outcome === 'same' || step.outcome === 'left_out') return fileOf(step, before?.id ?? null)
  const there = await listVersions(tx, workspaceId, content.slug)
  // Between reading and writing a member may have taken it.
  if (there.some(({ id, locale }) => id !== before?.id && locale === content.locale))
    return fileOf({ ...step, outcome: 'left_out', reason: 'slug_taken' }, before?.id ?? null)
  for (const image of step.images) await keepImage(tx, image)
  const at = now()
  if (before) {
    await writeContent(tx, editor, before, { content, reason: 'imported', at, importHash })
    return fileOf(step, before.id)
  }
  const row = newRow(workspaceId, newId('article'), content, at)
  const published = publish && !page.isDraft ? { state: 'published' as const, publishedAt: at } : {}
  const { externalId } = page
  await insertWritten(tx, { ...row, ...published, externalId, importHash }, 'imported', editor.memberId)
  return fileOf(step, row.id)
}

const fileOf = ({ page, outcome, reason, notes }: Step, articleId: string | null): ImportedFile => {
  const { path, title, locale } = page
  return { path, outcome, reason, articleId, title, locale, notes }
}

const reportOf = (
  given: Pick<ArticleImportReport, 'dryRun' | 'areas'>,
  files: ImportedFile[],
  { leftOut }: ImportSource,
  steps: Step[],
): ArticleImportReport => {
  const rest = leftOut.map(({ path, reason }) => ({
    path: path.slice(0, 500),
    outcome: 'left_out' as const,
    reason,
    articleId: null,
    title: null,
    locale: null,
    notes: [],
  }))
  const all: ImportedFile[] = [...files, ...rest]
  const count = (outcome: ImportedFile['outcome']) => all.filter((file) => file.outcome === outcome).length
  const images = new Set(steps.flatMap((step) => step.images.map(({ hash }) => hash))).size
  const counts = { created: count('created'), changed: count('changed'), same: count('same') }
  return { ...given, ...counts, leftOut: count('left_out'), images, files: all }
}
