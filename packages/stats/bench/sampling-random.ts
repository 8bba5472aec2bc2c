/** A standard normal number (Box & Muller, 1958). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** One of the choices, by their weights. */
export function pick<Choice>(random: () => number, choices: readonly (readonly [Choice, number])[]): Choice {
  let left = random() * choices.reduce((total, [, weight]) => total + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  throw new Error('nothing to pick from')
}

/** Shuffles in place (Fisher & Yates). */
export function shuffle<Item>(items: Item[], random: () => number): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[items[last], items[other]] = [items[other] as Item, items[last] as Item]
  }
  return items
}
