import { grown } from './growing.ts'

/**
 * 53 bits of an id, so that a million people fit into typed arrays. Two of a million share one once in 18,000 workspaces.
 * Never nought.
 * The mixing is that of MurmurHash3 (Appleby, public domain), over two lanes.
 */
export function idHash(text: string): number {
  let low = lowSeed
  let high = highSeed
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, lowFactor)
    high = Math.imul(high ^ unit, highFactor)
  }
  return finished(low, high)
}

/**
 * The hashes of Heed's own ids with a space between, in their order. As bytes, because each letter of a text of millions of
 * ids is asked for in several times as long; and all before any is looked up, so that the processor waits for several
 * places in memory at once.
 */
export function hashesIn(ids: string): Float64Array {
  const bytes = Buffer.from(ids, 'latin1')
  const end = bytes.length
  let hashes = new Float64Array(0)
  let count = 0
  for (let at = 0; at < end; at++) {
    let low = lowSeed
    let high = highSeed
    for (let unit = bytes[at]; at < end && unit !== space; unit = bytes[++at]) {
      low = Math.imul(low ^ (unit as number), lowFactor)
      high = Math.imul(high ^ (unit as number), highFactor)
    }
    hashes = grown(hashes, count + 1, 0)
    hashes[count++] = finished(low, high)
  }
  return hashes.subarray(0, count)
}

const space = 0x20
/** Signed as all that comes of it is, so that it stays an integer of the machine. */
const lowSeed = 0xdeadbeef | 0
const highSeed = 0x41c6ce57
const lowFactor = 0x9e3779b1
const highFactor = 0x5f356495

function finished(low: number, high: number): number {
  const one = mixed(low) ^ mixed(high ^ (high >>> 13))
  const other = mixed(high) ^ mixed(one ^ (one >>> 13))
  return (other & 0x1fffff) * 0x100000000 + (one >>> 0) || 1
}

const mixed = (lane: number) => {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
