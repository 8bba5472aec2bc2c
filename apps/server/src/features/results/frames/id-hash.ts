/**
 * 53 bits of an id, so that a million people fit into typed arrays. Two of a million share one once in 18,000 workspaces.
 * Never nought.
 * The mixing is that of MurmurHash3 (Appleby, public domain), over two lanes.
 */
export function idHash(text: string, from = 0, end = text.length): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
  }
  low = mixed(low) ^ mixed(high ^ (high >>> 13))
  high = mixed(high) ^ mixed(low ^ (low >>> 13))
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0) || 1
}

const mixed = (lane: number) => {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
