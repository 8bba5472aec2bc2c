import { setImmediate } from 'node:timers/promises'
import { standardHelp } from '@heed/contracts'
import type { Store } from '@heed/db'
import { createSuggester } from '@heed/suggest'
import { findSettledMark } from '../people/packed/changed-people.queries.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { type ListedDocument, listDocuments } from './documents.queries.ts'
import { createEngineMemory } from './engine-memory.ts'
import {
  type KnownEvidence,
  listClosedWith,
  listDeflected,
  listNotBlamed,
  listOfRequests,
  readDeflectionsMark,
} from './evidence.queries.ts'
import { followDeparted, noteRow, type Told } from './follow-departed.ts'
import { readVersions, type Versions } from './read-versions.ts'
import { countSolved } from './solved-on-pages.ts'

const checkEveryMs = 5_000
const dayMs = 86_400_000
/** What arrives is dated back by so much at most (`AgeMs`), and a day. */
const mostLateMs = 31 * dayMs
/** Other servers' clocks may be off by so much, and their writes take as long to show. */
const overlapMs = 60_000
/** After so many lessons everything is learned again, the threshold among it. */
const lessonsToRefit = 50
/** An engine of fewer texts is made anew in no time. */
const fewTexts = 500

/** What the engine answers with, by its id. */
export type Suggestable = Omit<ListedDocument, 'id' | 'body'>

type Kept = Told &
  Versions & {
    checkedAt: number
    documents: Map<string, Suggestable>
    /** The evidence that it knows, by its id: whether the document solved it. */
    known: Map<string, boolean>
    /** Of the requests in the store that ended with an article, when it was last looked. */
    deflections: string
    /** Learned since it was fitted. */
    lessons: number
  }

/** One suggestion engine a workspace, in memory. */
export type Suggesters = {
  /** Knows of documents and of what became of requests on any server process after a few seconds. */
  of: (workspaceId: string) => Promise<Pick<Kept, 'suggester' | 'documents' | 'solvedOnPages'>>
  /** Something became of a request here just now: whoever asks next is answered with it. */
  look: (workspaceId: string) => void
  /** Whether another engine can be kept beside those that are. */
  hasRoom: () => boolean
  /** Somebody was erased here just now: takes out at once what they wrote, and then what was concluded from it. */
  forget: (workspaceId: string) => Promise<void>
  /** The server stops, its requests are answered: what is being built or learned ends at its next pause, and fails. */
  leave: () => void
}

type Given = {
  /** Memory that the engines of all workspaces may take; left out: as much as is usual. */
  mostBytes?: number | undefined
  /** Hears what ended work that nobody waits for. */
  onError?: (error: unknown) => void
}

/**
 * Engines are built when they are first asked (see `startSuggesters`), again when documents or settings have changed, and
 * learn what became of requests since. While a large one is built because of an idea, or of somebody who was erased, the
 * one before it goes on answering. Those that were not asked for longest go when memory runs out.
 */
export const createSuggesters = (
  store: Store,
  now: () => Date,
  { mostBytes, onError = () => {} }: Given = {},
): Suggesters => {
  const kept = createEngineMemory<Kept>(mostBytes)
  const building = new Map<string, { versions: string; engine: Promise<Kept> }>()
  let left = false
  const pause = async () => {
    await setImmediate()
    if (left) throw new Error('the server stops')
  }
  const tell = (error: unknown) => {
    if (!left) onError(error)
  }

  /** From when on something may still arrive. The same for a whole day, so that what was seen since can be compared. */
  const lateSince = () => new Date(Math.floor((now().getTime() - mostLateMs) / dayMs) * dayMs)

  const build = async (workspaceId: string, versions: Versions): Promise<Kept> => {
    const checkedAt = now().getTime()
    const { help, defaultLocale } = await getWorkspace(store.read, workspaceId)
    // Before anything is read of people: whoever goes from now on is heard of at the next look.
    const departedMark = await findSettledMark(store.read, workspaceId)
    const [documents, deflections, ...told] = await Promise.all([
      listDocuments(store.read, workspaceId, defaultLocale),
      readDeflectionsMark(store.read, workspaceId, lateSince()),
      listDeflected(store.read, workspaceId),
      listClosedWith(store.read, workspaceId),
      listOfRequests(store.read, workspaceId),
    ])
    const evidence = lastWords(told.flat())
    const { falseShare } = help ?? standardHelp
    const built: Kept = {
      ...versions,
      checkedAt,
      departedMark,
      suggester: await createSuggester({ documents, evidence: evidence.filter(hasWords), falseShare }, pause),
      documents: new Map(documents.map(({ id, body, ...shown }) => [id, shown])),
      solvedOnPages: new Map(),
      known: new Map(),
      rowsOfPeople: new Map(),
      deflections,
      lessons: 0,
    }
    for (const one of evidence) noteKnown(built, one)
    return built
  }

  /** Whoever asks meanwhile waits for the same one. */
  const buildOnce = (
    workspaceId: string,
    { articlesStamp, articlesVersion, version, ideasVersion }: Versions,
  ): Promise<Kept> => {
    const key = JSON.stringify([version, ideasVersion])
    const begun = building.get(workspaceId)
    if (begun?.versions === key) return begun.engine
    const engine = build(workspaceId, { articlesStamp, articlesVersion, version, ideasVersion }).finally(() => {
      if (building.get(workspaceId)?.engine === engine) building.delete(workspaceId)
    })
    building.set(workspaceId, { versions: key, engine })
    return engine
  }

  /** What became of requests since it was last looked, here or on another server; oldest first. */
  const listFresh = async (workspaceId: string, before: Kept, deflections: string): Promise<KnownEvidence[]> => {
    const since = lookedSince(before)
    const told = await Promise.all([
      deflections === before.deflections ? [] : listDeflected(store.read, workspaceId, lateSince()),
      listClosedWith(store.read, workspaceId, since),
      listOfRequests(store.read, workspaceId, since),
    ])
    return lastWords(told.flat())
      .filter(({ id, solved }) => before.known.get(id) !== solved)
      .sort((a, b) => a.at - b.at)
  }

  /** Builds another engine while this one goes on answering. */
  const renew = (workspaceId: string, versions: Versions) => {
    kept.during(workspaceId, async () => kept.put(workspaceId, await buildOnce(workspaceId, versions))).catch(tell) // tried again at the next look
  }

  const catchUp = async (workspaceId: string, before: Kept): Promise<Kept> => {
    const checkedAt = now().getTime()
    const departed = await followDeparted(store.read, workspaceId, before)
    const { departedMark } = departed
    const deflections = await readDeflectionsMark(store.read, workspaceId, lateSince())
    const fresh = await listFresh(workspaceId, before, deflections)
    const notBlamed = await listNotBlamed(store.read, workspaceId, lookedSince(before))
    const isTakenBack =
      fresh.some(({ id }) => before.known.has(id)) || notBlamed.some((id) => before.known.get(id) === false)
    // What was concluded from it is still in the weights, and in the counts of pages.
    if (departed.isForgotten || isTakenBack) {
      if (isSmall(before)) return buildOnce(workspaceId, before)
      renew(workspaceId, before)
    }
    let lessons = before.lessons
    for (const one of fresh) {
      // What was known to be otherwise stays so until there is another engine.
      if (before.known.has(one.id)) continue
      noteKnown(before, one)
      if (hasWords(one)) before.suggester.learn(one)
      lessons++
    }
    if (lessons < lessonsToRefit) return { ...before, checkedAt, departedMark, deflections, lessons }
    // In short steps beside the requests, which the engine as it was answers meanwhile, and further on if this fails.
    kept.during(workspaceId, () => before.suggester.refit(pause)).catch(tell)
    return { ...before, checkedAt, departedMark, deflections, lessons: 0 }
  }

  const engineOfNow = async (workspaceId: string, before: Kept | undefined): Promise<Kept> => {
    const versions = await readVersions(store.read, workspaceId, before)
    const isOfNow = before?.version === versions.version
    if (!before || !isOfNow || (before.ideasVersion !== versions.ideasVersion && isSmall(before))) {
      const built = await buildOnce(workspaceId, versions)
      kept.put(workspaceId, built)
      return built
    }
    if (before.ideasVersion !== versions.ideasVersion) renew(workspaceId, versions)
    const { articlesStamp } = versions
    const current = { ...(await catchUp(workspaceId, before)), articlesStamp }
    if (kept.peek(workspaceId) === before) kept.put(workspaceId, current)
    return current
  }

  const suggesters: Suggesters = {
    async of(workspaceId) {
      const before = kept.take(workspaceId)
      if (before && now().getTime() - before.checkedAt < checkEveryMs) return before
      return kept.during(workspaceId, () => engineOfNow(workspaceId, before))
    },
    look(workspaceId) {
      const before = kept.peek(workspaceId)
      if (before)
        kept.put(workspaceId, { ...before, checkedAt: Math.min(before.checkedAt, now().getTime() - checkEveryMs) })
    },
    hasRoom: kept.hasRoom,
    async forget(workspaceId) {
      if (!kept.peek(workspaceId)) return
      suggesters.look(workspaceId)
      await suggesters.of(workspaceId)
    },
    leave() {
      left = true
    },
  }
  return suggesters
}

/** Other servers' writes may have come since, with a moment before it. */
const lookedSince = ({ checkedAt }: Kept) => new Date(checkedAt - overlapMs)

/** Each word once, the newest. @param told in each list newest first */
const lastWords = (told: readonly KnownEvidence[]): KnownEvidence[] => [
  ...new Map(told.toReversed().map((one) => [one.id, one])).values(),
]

/** Keeps what the engine knows by now, and from whom. */
function noteKnown({ known, solvedOnPages, rowsOfPeople }: Kept, one: KnownEvidence): void {
  known.set(one.id, one.solved)
  countSolved(solvedOnPages, one)
  noteRow(rowsOfPeople, one)
}

const hasWords = ({ text }: KnownEvidence) => text.trim() !== ''
const isSmall = ({ documents, known }: Kept) => documents.size + known.size < fewTexts
