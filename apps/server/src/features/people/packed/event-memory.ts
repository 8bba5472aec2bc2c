import type { Handle } from '@heed/db'
import { eachHashIn } from '../../results/frames/people-sets.ts'
import {
  type Arrival,
  type EventTexts,
  findLastArrival,
  isStillThere,
  listDoers,
  type Named,
  readArrivedEvents,
  readEventsAfter,
} from './events-to-pack.queries.ts'
import { type PackedEvents, packedEvents } from './packed-events.ts'
import type { PackedPeople } from './packed-people.ts'

type EventMemorySizes = {
  /** Events read before others have their turn on the event loop: some ten milliseconds. */
  eventsAtOnce: number
  /** With more events than these since they were read last, those of a name are read anew: they lie together. */
  mostArrived: number
}
const usualSizes: EventMemorySizes = { eventsAtOnce: 20_000, mostArrived: 50_000 }
/** The most that one statement is asked about. */
const doersAtOnce = 500

export type EventMemory = ReturnType<typeof createEventMemory>

type Kept = {
  done: PackedEvents
  /** The last event that had arrived, of whatever name; what came later is not in memory. */
  arrived: Arrival
  /** So many of the departed were looked at. */
  departures: number
}

/**
 * Keeps what the people of a workspace did in memory, by the names that are asked for. The first question starts the
 * reading; what arrived since is read before each answer, by the order in which the store got it. Where a store has no such
 * order, nothing is kept.
 * @param hasRoom whether memory suffices; names that were not asked for lately go first
 */
export function createEventMemory(
  handle: Handle,
  workspaceId: string,
  people: PackedPeople,
  hasRoom: () => boolean,
  { eventsAtOnce, mostArrived } = usualSizes,
) {
  const names = new Map<string, Kept>()
  const reading = new Set<string>()
  /** One thing after another, so that no event is read twice. */
  let busy: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = busy.then(work)
    busy = done.catch(() => undefined)
    return done
  }

  const put = (done: PackedEvents, { people: ids, moments, arrivals }: EventTexts) => {
    const [at, arrived] = [numbersIn(moments), numbersIn(arrivals)]
    let event = 0
    eachHashIn(ids, (hash, from, end) => {
      const known = people.placeOfHash(hash)
      const place = known < 0 ? people.placeFor(ids.slice(from, end)) : known
      done.add(place, at[event] as number, arrived[event] as number)
      event += 1
    })
  }

  const readAll = async (name: string, arrived: Arrival): Promise<Kept> => {
    const kept = { done: packedEvents(), arrived, departures: people.departed.length }
    let after: Date | null = null
    do {
      const named: Named = { workspaceId, name }
      const { texts, last } = await readEventsAfter(handle, named, after, {
        upTo: arrived.number,
        count: eventsAtOnce,
      })
      put(kept.done, texts)
      after = last
      await new Promise((next) => setImmediate(next))
    } while (after)
    return kept
  }

  /** Whoever departed did nothing any more: it was done by whom they turned out to be. */
  const moveDeparted = async (kept: Kept) => {
    const departures = people.departed.length
    const departed = new Set(people.departed.slice(kept.departures))
    const moved = departed.size > 0 ? kept.done.eventsOf(departed) : []
    for (let from = 0; from < moved.length; from += doersAtOnce) {
      const some = moved.slice(from, from + doersAtOnce)
      const doers = await listDoers(handle, some.map(kept.done.arrivalOf))
      const personOf = new Map(doers.map(({ arrival, personId }) => [arrival, personId]))
      for (const event of some) {
        const personId = personOf.get(kept.done.arrivalOf(event))
        if (personId !== undefined) kept.done.move(event, people.placeFor(personId))
      }
    }
    kept.departures = departures
  }

  /** Work that nobody waits for. If it fails, it begins anew when the name is asked for next. */
  const readInBackground = (name: string) => {
    reading.add(name)
    inTurn(async () => {
      names.set(name, await readAll(name, await findLastArrival(handle)))
      for (const other of names.keys()) {
        if (hasRoom()) return
        names.delete(other)
      }
    })
      .catch(() => undefined)
      .finally(() => reading.delete(name))
  }

  const caughtUp = async (name: string): Promise<PackedEvents | null> => {
    const kept = names.get(name)
    if (!kept) return null
    names.delete(name)
    const last = await findLastArrival(handle)
    const isFarBehind = last.number - kept.arrived.number > mostArrived
    if (isFarBehind || !(await isStillThere(handle, kept.arrived))) {
      readInBackground(name)
      return null
    }
    await moveDeparted(kept)
    const span = { after: kept.arrived.number, upTo: last.number }
    if (span.upTo > span.after) put(kept.done, await readArrivedEvents(handle, { workspaceId, name }, span))
    kept.arrived = last
    names.set(name, kept)
    return kept.done
  }

  return {
    /** All that was done by a name until now; null: it is to be asked in the store. */
    async kept(name: string): Promise<PackedEvents | null> {
      if (reading.has(name)) return null
      if (names.has(name)) return inTurn(() => caughtUp(name))
      if (handle.dialect.arrival(handle.tables.events)) readInBackground(name)
      return null
    },
    /** Makes room for what is asked more often. */
    forget: () => names.clear(),
    /** Ends once what is read in the background is there. */
    async settled(): Promise<void> {
      await busy
    },
    get bytes() {
      return [...names.values()].reduce((total, { done }) => total + done.bytes, 0)
    },
  }
}

/** Numbers with a space between. */
const numbersIn = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number))
