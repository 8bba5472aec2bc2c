import { type Features, featuresOf } from './features.ts'
import { createLexicon } from './lexicon.ts'
import { breather, type Pause } from './train.ts'
import type { SparseVector } from './vector.ts'
import { languageOf } from './words.ts'

/** What somebody wrote; `locale` null where it is not known. */
export type TextToGroup = { text: string; locale: string | null }

/** Texts that are the same word for word; `at`: their places. */
type Wording = { at: number[]; language: string; features: Features }
type Read = Wording & { vector: SparseVector }
/** Two wordings that are alike. */
type Pair = { one: number; other: number; cosine: number }
/** Wordings that stand together; `sum` of their vectors by feature, each as often as it was written. */
type Group = { members: number[]; size: number; sum: Map<number, number> }

/** Two groups become one while the mean cosine between their texts is this or more. Chosen by trial. */
const leastAlike = 0.2
/** Pairs that are tried: each text with those most like it, at least so much. */
const nearest = 8
const leastNear = 0.2
/** As if so many texts of other things stood beside: of a few that all say the same, these words still tell most. */
const elsewhere = 300
/** A feature of so many texts tells none apart, and would only cost time. */
const mostHolding = (texts: number) => Math.max(60, texts / 10)

/**
 * Groups what people wrote by similar wording, so that one sees what is asked again and again. The same texts in the same
 * order give the same groups; texts of two languages never stand together.
 *
 * It is clustering by average linkage (Sokal & Michener, "A statistical method for evaluating systematic relationships", 1958) over
 * pairs of nearest texts, the most alike first.
 * @param locale of texts of which it is not known
 * @param pause awaited every few milliseconds of work
 * @returns places in `texts`: the largest group first, in each the most typical text first
 */
export async function groupTexts(
  texts: readonly TextToGroup[],
  locale: string,
  pause: Pause = async () => {},
): Promise<number[][]> {
  const take = breather(pause)
  const wordings = await readWordings(texts, locale, take)
  const pairs = await nearPairs(wordings, take)

  const groupOf: Group[] = []
  for (const [number, { at, vector }] of wordings.entries()) {
    const sum = new Map<number, number>()
    for (const [place, id] of vector.ids.entries()) sum.set(id, (vector.values[place] ?? 0) * at.length)
    groupOf.push({ members: [number], size: at.length, sum })
    await take()
  }
  const apart = new Map<Group, Set<Group>>()
  for (const { one, other } of pairs) {
    const [a, b] = [groupOf[one], groupOf[other]]
    if (!a || !b || a === b || apart.get(a)?.has(b)) continue
    await take()
    if (productOf(a.sum, b.sum) / (a.size * b.size) < leastAlike) {
      apart.set(a, (apart.get(a) ?? new Set()).add(b))
      apart.set(b, (apart.get(b) ?? new Set()).add(a))
      continue
    }
    const [home, guest] = a.sum.size < b.sum.size ? [b, a] : [a, b]
    for (const [id, value] of guest.sum) home.sum.set(id, (home.sum.get(id) ?? 0) + value)
    home.members.push(...guest.members)
    home.size += guest.size
    for (const number of guest.members) groupOf[number] = home
    for (const far of apart.get(home) ?? []) apart.get(far)?.delete(home)
    apart.delete(home)
  }

  // A set keeps the order in which the groups' first texts came, and so does the sort.
  const largestFirst = [...new Set(groupOf)].sort((a, b) => b.size - a.size)
  const places: number[][] = []
  for (const group of largestFirst) {
    places.push(mostTypicalFirst(group, wordings))
    await take()
  }
  return places
}

/** By how much each is like all of the group. */
function mostTypicalFirst({ members, sum }: Group, wordings: readonly Read[]): number[] {
  const scored = members.map((number) => {
    const { ids, values } = wordings[number]?.vector ?? { ids: [], values: [] }
    let score = 0
    for (const [place, id] of ids.entries()) score += (values[place] ?? 0) * (sum.get(id) ?? 0)
    return { number, score }
  })
  return scored
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .flatMap(({ number }) => wordings[number]?.at ?? [])
}

async function readWordings(texts: readonly TextToGroup[], locale: string, take: Pause): Promise<Read[]> {
  const known = new Map<string, Wording>()
  for (const [at, { text, locale: own }] of texts.entries()) {
    const language = languageOf(own ?? locale)
    const features = featuresOf(text, language)
    const key = `${language} ${features.stems.join(' ')}`
    const same = known.get(key)
    if (same) same.at.push(at)
    else known.set(key, { at: [at], language, features })
    await take()
  }
  const words = createLexicon(known.size + elsewhere)
  for (const [number, { features }] of [...known.values()].entries()) {
    words.count(number, features)
    await take()
  }
  const lexicon = words.settle()
  const read: Read[] = []
  for (const wording of known.values()) {
    read.push({ ...wording, vector: lexicon.read(wording.features) })
    await take()
  }
  return read
}

/** Each wording with those most like it, the most alike of all first. */
async function nearPairs(wordings: readonly Read[], take: Pause): Promise<Pair[]> {
  const holding: { numbers: number[]; values: number[] }[] = []
  const cosines = new Float32Array(wordings.length)
  const pairs: Pair[] = []
  for (const [one, { vector, language }] of wordings.entries()) {
    // Held against those before it alone, so that each pair is looked at once.
    const touched: number[] = []
    for (const [place, id] of vector.ids.entries()) {
      const value = vector.values[place] ?? 0
      const row = holding[id] ?? { numbers: [], values: [] }
      holding[id] = row
      for (let at = 0; at < row.numbers.length && row.numbers.length < mostHolding(wordings.length); at++) {
        const other = row.numbers[at] ?? 0
        if (cosines[other] === 0) touched.push(other)
        cosines[other] = (cosines[other] ?? 0) + value * (row.values[at] ?? 0)
      }
      row.numbers.push(one)
      row.values.push(value)
    }
    const near: Pair[] = []
    for (const other of touched) {
      const cosine = cosines[other] ?? 0
      cosines[other] = 0
      if (cosine >= leastNear && wordings[other]?.language === language) near.push({ one, other, cosine })
    }
    near.sort((a, b) => b.cosine - a.cosine || a.other - b.other)
    pairs.push(...near.slice(0, nearest))
    await take()
  }
  return sortByCosine(pairs, take)
}

/** In a hundred small steps in place of a long one. */
async function sortByCosine(pairs: readonly Pair[], take: Pause): Promise<Pair[]> {
  const steps: Pair[][] = Array.from({ length: 101 }, () => [])
  for (const pair of pairs) steps[Math.min(100, Math.floor(pair.cosine * 100))]?.push(pair)
  const sorted: Pair[] = []
  for (const step of steps.reverse()) {
    sorted.push(...step.sort((a, b) => b.cosine - a.cosine || a.one - b.one || a.other - b.other))
    await take()
  }
  return sorted
}

function productOf(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one]
  let product = 0
  for (const [id, value] of short) product += value * (long.get(id) ?? 0)
  return product
}
