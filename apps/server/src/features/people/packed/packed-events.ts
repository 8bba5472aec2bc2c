import { grown } from '../../results/frames/growing.ts'

/** After one moment and up to another, in milliseconds since 1970. */
export type Span = { after: number; upTo: number }

export type PackedEvents = ReturnType<typeof packedEvents>

/** Whoever did one thing, and when: an event each, by the number of its arrival. */
export function packedEvents() {
  let places = new Int32Array(0)
  let moments = new Float64Array(0)
  let arrivals = new Float64Array(0)
  let count = 0

  return {
    add(place: number, at: number, arrival: number) {
      places = grown(places, count + 1, 0)
      moments = grown(moments, count + 1, 0)
      arrivals = grown(arrivals, count + 1, 0)
      places[count] = place
      moments[count] = at
      arrivals[count] = arrival
      count += 1
    },
    /** How often the people at the first so many places did it. */
    times(rows: number, { after, upTo }: Span): Uint32Array {
      const times = new Uint32Array(rows)
      for (let event = 0; event < count; event++) {
        const at = moments[event] as number
        const place = places[event] as number
        if (at > after && at <= upTo && place < rows) times[place] = (times[place] as number) + 1
      }
      return times
    },
    /** Which events some people did: the place of each among all. */
    eventsOf(some: ReadonlySet<number>): number[] {
      const found: number[] = []
      for (let event = 0; event < count; event++) if (some.has(places[event] as number)) found.push(event)
      return found
    },
    arrivalOf: (event: number): number => arrivals[event] as number,
    /** Says at which place stands who did an event. */
    move(event: number, place: number) {
      places[event] = place
    },
    get bytes() {
      return places.byteLength + moments.byteLength + arrivals.byteLength
    },
  }
}
