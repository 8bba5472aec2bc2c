import type { Handle } from '@heed/db'
import { hashesIn } from '../../results/frames/id-hash.ts'
import {
  type DeedKind,
  type DeedTexts,
  findSettledDeeds,
  readChangedDeeds,
  readDeedsAfter,
} from './deeds-to-pack.queries.ts'
import { type PackedDeeds, packedDeeds } from './packed-deeds.ts'
import type { PackedPeople } from './packed-people.ts'

type DeedMemorySizes = {
  /** Deeds read before others have their turn on the event loop: some ten milliseconds. */
  deedsAtOnce: number
  /** With more rows than these that changed since they were read last, those of a kind are read anew, while SQL answers. */
  mostChanged: number
}
const usualSizes: DeedMemorySizes = { deedsAtOnce: 5_000, mostChanged: 20_000 }

export type DeedMemory = ReturnType<typeof createDeedMemory>

type Kept = {
  done: PackedDeeds
  /** All that was marked below it is in memory. */
  mark: number
}

/**
 * Keeps what the people of a workspace did and said in memory, by the kinds that are asked for. The first question starts
 * the reading; what changed since is read before each answer, as with people. Of whoever is erased the deeds stay until
 * they are read anew: they count for somebody who is not listed.
 * @param hasRoom whether memory suffices; kinds that were not asked for lately go first
 * @param onError hears what ended a reading that nobody waits for
 */
export function createDeedMemory(
  handle: Handle,
  workspaceId: string,
  people: PackedPeople,
  { hasRoom, onError }: { hasRoom: () => boolean; onError: (error: unknown) => void },
  { deedsAtOnce, mostChanged } = usualSizes,
) {
  const kinds = new Map<string, Kept>()
  const reading = new Set<string>()
  /** One thing after another, so that what was read later is also put later. */
  let busy: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = busy.then(work)
    busy = done.catch(() => undefined)
    return done
  }

  const put = (done: PackedDeeds, { ids, people: doers, moments, says }: DeedTexts) => {
    const hashes = hashesIn(ids)
    const places = people.placesOfHashes(hashesIn(doers))
    const [at, said] = [numbersIn(moments), numbersIn(says)]
    let names: string[] | undefined
    for (let deed = 0; deed < hashes.length; deed++) {
      let place = places[deed] as number
      if (place < 0) {
        names ??= doers.split(' ')
        place = people.placeFor(names[deed] as string)
      }
      done.put(hashes[deed] as number, place, at[deed] as number, said[deed] as number)
    }
  }

  const readAll = async (kind: DeedKind): Promise<Kept> => {
    const kept = { done: packedDeeds(), mark: await findSettledDeeds(handle, workspaceId, kind) }
    let after: Date | string | null = null
    do {
      await new Promise((next) => setImmediate(next))
      const page: Awaited<ReturnType<typeof readDeedsAfter>> = await readDeedsAfter(
        handle,
        workspaceId,
        kind,
        after,
        deedsAtOnce,
      )
      put(kept.done, page.texts)
      after = page.last
    } while (after !== null)
    return kept
  }

  /** Work that nobody waits for. If it fails, it begins anew when the kind is asked for next. */
  const readInBackground = (key: string, kind: DeedKind) => {
    reading.add(key)
    inTurn(async () => {
      kinds.set(key, await readAll(kind))
      for (const other of kinds.keys()) {
        if (hasRoom()) return
        kinds.delete(other)
      }
    })
      .catch(onError)
      .finally(() => reading.delete(key))
  }

  const caughtUp = async (key: string, kind: DeedKind): Promise<PackedDeeds | null> => {
    const kept = kinds.get(key)
    if (!kept) return null
    // It was asked for last, and is there for whoever asks meanwhile.
    kinds.delete(key)
    kinds.set(key, kept)
    const mark = await findSettledDeeds(handle, workspaceId, kind)
    const changed = await readChangedDeeds(handle, workspaceId, kind, kept.mark, mostChanged)
    if (!changed) {
      kinds.delete(key)
      readInBackground(key, kind)
      return null
    }
    put(kept.done, changed)
    kept.mark = mark
    return kept.done
  }

  return {
    /** All deeds of a kind until now; null: they are to be asked in the store. */
    async kept(kind: DeedKind): Promise<PackedDeeds | null> {
      const key = kind.field === 'event' ? `event ${kind.name}` : kind.field
      if (reading.has(key)) return null
      if (kinds.has(key)) return inTurn(() => caughtUp(key, kind))
      readInBackground(key, kind)
      return null
    },
    /** Makes room for what is asked more often. */
    forget: () => kinds.clear(),
    /** Ends once what is read in the background is there. */
    async settled(): Promise<void> {
      await busy
    },
    get bytes() {
      return [...kinds.values()].reduce((total, { done }) => total + done.bytes, 0)
    },
  }
}

/** Numbers with a space between. */
const numbersIn = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number))
