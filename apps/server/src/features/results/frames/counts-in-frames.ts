import type { Handle } from '@heed/db'
import type { Customers } from '../../people/customers.ts'
import type { Filter, Scope } from '../../segments/scope.ts'
import { type AnswerCount, countAnswers, type Picked } from '../count-answers.ts'
import { countShown, type ShownCount } from '../count-shown.ts'
import type { Counts } from '../counts.ts'
import type { Dimension } from '../dimensions-sql.ts'
import { listVoices } from '../list-voices.ts'
import { measureOf } from '../measure-of.ts'
import { type Cells, cellsOf, columnOfDimension } from './cells.ts'
import type { ColumnCache } from './column-cache.ts'
import { isFresh } from './fill-frames.ts'
import type { ShowingState } from './frame-builder.ts'
import type { FramesOf } from './frame-rows.ts'
import { type FrameRow, listFrames } from './frames.queries.ts'
import { idHash } from './id-hash.ts'
import { type LoadedFrame, loadedFrame } from './loaded-frame.ts'
import { askedOfPeople, columnsOf, type PeopleSets, rowsIn } from './rows-in.ts'
import { keyOfParts, tally } from './tally.ts'
import { voiceTally } from './tally-voices.ts'

/** Frames counted before others have their turn on the event loop: some ten milliseconds. */
const framesAtOnce = 8

/** The same counts, from packed columns where there are such, and in SQL from the rows of the spans between. */
export function countsInFrames(
  { handle, cache, customers }: { handle: Handle; cache: ColumnCache; customers: Customers },
  scope: Scope,
  filter: Filter,
): Counts {
  // Asked once for all counts of a request.
  let people: Promise<PeopleSets> | undefined
  const readPeople = () => {
    people ??= readPeopleSets(customers, filter)
    return people
  }
  const held = new Map<string, Uint8Array | null>()
  const heldIn = (frame: LoadedFrame, sets: PeopleSets) => {
    const known = held.get(frame.version)
    if (known !== undefined) return known
    const rows = rowsIn(filter, frame, scope, sets)
    held.set(frame.version, rows)
    return rows
  }

  /** Goes through the frames of a span. @returns the spans that they do not cover */
  const through = async (
    of: FramesOf,
    picked: Picked,
    by: readonly Dimension[],
    columns: string[],
    visit: (frame: LoadedFrame, held: Uint8Array | null) => void,
  ): Promise<Picked[]> => {
    const key = { workspaceId: scope.workspaceId, surveyId: picked.survey.id, of }
    const frames = (await listFrames(handle, key))
      .filter(isFresh)
      .filter(({ since, until }) => since < picked.until && until > picked.since)
    if (frames.length === 0) return [picked]
    const sets = await readPeople()
    const names = [
      ...new Set([
        ...columns,
        ...columnsOf(filter),
        ...by.flatMap(columnOfDimension),
        ...(picked.version === undefined ? [] : ['version']),
      ]),
    ]
    const covered: FrameRow[] = []
    for (let at = 0; at < frames.length; at += framesAtOnce) {
      if (at > 0) await new Promise((next) => setImmediate(next))
      const some = frames.slice(at, at + framesAtOnce)
      for (const { frame, loaded } of await load(cache, scope.workspaceId, some, names, picked)) {
        if (!loaded) continue
        covered.push(frame)
        if (loaded.first >= loaded.end) continue
        const rows = ofVersion(loaded, heldIn(loaded, sets), picked.version)
        visit(loaded, rows)
      }
    }
    return between(covered, picked)
  }

  const cellsKept = new Map<string, Cells>()
  const cells = (frame: LoadedFrame, by: readonly Dimension[], { spendBounds = [] }: Picked) => {
    const { version, first, end } = frame
    const key = JSON.stringify([version, first, end, by, spendBounds])
    const known = cellsKept.get(key)
    if (known) return known
    const found = cellsOf(frame, by, scope, spendBounds)
    cellsKept.set(key, found)
    return found
  }

  return {
    async answers(picked, by) {
      const said = saidIn(picked)
      const found = new Map<string, AnswerCount>()
      const put = (count: AnswerCount) => {
        const key = keyOfParts(count.parts, count.choices ?? count.score)
        const known = found.get(key)
        if (known) known.answers += count.answers
        else found.set(key, count)
      }
      const rest = await through('answers', picked, by, [said], (frame, rows) => {
        for (const { parts, said: value, rows: answers } of tally(frame, cells(frame, by, picked), said, rows)) {
          if (said === 'score' && value !== null) put({ parts, score: value as number, choices: null, answers })
          if (said === 'choices' && value !== null) put({ parts, score: null, choices: value as string[], answers })
          if (said === unsaid) put({ parts, score: null, choices: null, answers })
        }
      })
      for (const span of rest) for (const count of await countAnswers(handle, scope, filter, span, by)) put(count)
      return [...found.values()]
    },

    async shown(picked, by) {
      const found = new Map<string, ShownCount>()
      const put = (count: ShownCount) => {
        const known = found.get(keyOfParts(count.parts))
        if (!known) {
          found.set(keyOfParts(count.parts), count)
          return
        }
        known.seen += count.seen
        known.dismissed += count.dismissed
        known.later += count.later
      }
      const rest = await through('showings', picked, by, ['state'], (frame, rows) => {
        for (const { parts, said, rows: seen } of tally(frame, cells(frame, by, picked), 'state', rows)) {
          const state = said as ShowingState
          put({ parts, seen, dismissed: state & 1 ? seen : 0, later: state & 2 ? seen : 0 })
        }
      })
      for (const span of rest) for (const count of await countShown(handle, scope, filter, span, by)) put(count)
      return [...found.values()]
    },

    async voices(picked, cuts, voice) {
      const said = saidIn(picked)
      if (said === unsaid || (said === 'choices' && voice.option === null)) return cuts.map(() => [])
      const voices = voiceTally(cache.accountsOf(scope.workspaceId), cuts, voice, scope)
      const columns = [said, 'account', ...(voice.unit === 'spend' ? ['spend', 'trust'] : [])]
      const rest = await through('answers', picked, voices.by, columns, (frame, rows) =>
        voices.addFrame(frame, cells(frame, voices.by, picked), rows),
      )
      for (const span of rest)
        for (const { account, ...sums } of await listVoices(handle, scope, filter, span, voices.by, voice))
          voices.add({ ...sums, accountHash: idHash(account) })
      return voices.sums()
    },
  }
}

/** Who meets what a filter asks of people as they are now; each asked once. */
async function readPeopleSets(customers: Customers, filter: Filter): Promise<PeopleSets> {
  const sets: PeopleSets = new Map()
  for (const asked of askedOfPeople(filter)) {
    if (sets.has(asked)) continue
    sets.set(asked, await customers.peopleSet('segment' in asked ? asked.segment : { all: [asked] }))
  }
  return sets
}

/** Has no column: all rows say the same. */
const unsaid = 'nothing'

const saidIn = ({ survey }: Picked) => {
  const measure = measureOf(survey.kind)
  return measure === 'choices' ? 'choices' : measure === 'text' ? unsaid : 'score'
}

/** Frames with what a count needs of them; null where a frame does not have all of it. */
async function load(
  cache: ColumnCache,
  workspaceId: string,
  frames: (FrameRow & { version: string })[],
  names: string[],
  picked: Picked,
) {
  const wanted = frames.map((frame) => {
    const isCut = frame.since < picked.since || frame.until > picked.until
    const all = isCut ? ['at', ...names] : names
    return { version: frame.version, names: all.filter((name) => hasColumn(frame, name)) }
  })
  const read = await cache.read(workspaceId, wanted)
  return frames.map((frame, at) => {
    const unpacked = read.get(frame.version)
    const isKnown = frame.complete || names.every((name) => !name.startsWith('trait.') || hasColumn(frame, name))
    const own = wanted[at]?.names ?? []
    return { frame, loaded: unpacked && isKnown ? loadedFrame(frame, unpacked, picked, own) : null }
  })
}

/** A trait that no row has is no column; nor is anything of a frame without rows. */
const hasColumn = ({ rows, traits }: FrameRow, name: string) =>
  rows > 0 && name !== unsaid && (!name.startsWith('trait.') || traits.includes(name.slice('trait.'.length)))

/** Rows of one version of the survey. */
function ofVersion(frame: LoadedFrame, held: Uint8Array | null, version: number | undefined): Uint8Array | null {
  if (version === undefined) return held
  const { values, codes } = frame.column('version')
  const wanted = values.indexOf(version)
  const rows = new Uint8Array(frame.rows)
  for (let row = frame.first; row < frame.end; row++)
    rows[row] = codes[row] === wanted && (!held || held[row] === 1) ? 1 : 0
  return rows
}

/** What of a span lies in no frame. */
function between(covered: FrameRow[], picked: Picked): Picked[] {
  const rest: Picked[] = []
  let since = picked.since
  for (const frame of covered) {
    if (frame.since > since) rest.push({ ...picked, since, until: frame.since })
    since = frame.until
  }
  if (picked.until > since) rest.push({ ...picked, since })
  return rest
}
