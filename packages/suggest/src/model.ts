import { createDocumentIndex } from './document-index.ts'
import { type ReadDocument, readDocument, type SuggestDocument } from './documents.ts'
import { type Evidence, weightOf } from './evidence.ts'
import { type Features, featuresOf } from './features.ts'
import { createLexicon, type Lexicon, type ReadText } from './lexicon.ts'
import { isSaidAgain, type PastRequest, requestsLike } from './neighbours.ts'
import { highest, type Ranker } from './ranking.ts'
import { calibrate, type KnownText, type Threshold } from './threshold.ts'
import { createTopicWeights, type Lesson } from './topic-weights.ts'
import { breather, type Pause, train, trainLate } from './train.ts'
import { createVocabulary } from './vocabulary.ts'

/** Documents and what was learned of them, in numbers. Their numbers are their places in `documents`. */
export type Model = Ranker & {
  documents: number
  read: readonly ReadDocument[]
  lexicon: Lexicon
  threshold: Threshold
  /** The language of a text, of those that documents have. `likeliest`, else the one of most, where no other is. */
  languageOf(text: string, likeliest: string | undefined): string
  /** Takes in what became known after the model was made. */
  learn(evidence: Evidence): void
  /** Takes out what a person wrote; the weights alone still know it, until another model is made. */
  forget(personId: string): void
  /** What one person wrote is another's. */
  move(from: string, to: string): void
}

/** From so many documents at most a lesson takes away what matters. */
const mostRivals = 5

type FeatureText = Omit<KnownText, 'text'> & { features: Features }
type Told = { evidence: Evidence; document: number | undefined; features: Features }

/**
 * Makes the model of all documents and evidence. The same input gives the same model, whatever its order.
 * @param evidence in the order of `countedEvidence`; what belongs to documents that are not there is left out
 */
export async function fitModel(
  input: { documents: readonly SuggestDocument[]; evidence: readonly Evidence[]; falseShare: number },
  pause: Pause,
): Promise<Model> {
  const take = breather(pause)
  const read: ReadDocument[] = []
  for (const document of input.documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    read.push(readDocument(document))
    await take()
  }
  const numbers = new Map(read.map(({ id }, number) => [id, number]))
  const own: FeatureText[] = []
  for (const [document, { title, passages, language: ofDocument }] of read.entries()) {
    own.push({ document, part: 'title', features: featuresOf(title, ofDocument), weight: 1 })
    for (const passage of passages)
      own.push({ document, part: 'body', features: featuresOf(passage, ofDocument), weight: 1 })
    await take()
  }
  const languageOf = languagesOf(read, own)
  const featuresOfTold = (text: string, document: number | undefined) =>
    featuresOf(text, languageOf(text, read[document ?? -1]?.language))
  const told: Told[] = []
  for (const evidence of input.evidence) {
    const document = evidence.documentId === null ? undefined : numbers.get(evidence.documentId)
    if (document === undefined && evidence.documentId !== null) continue
    told.push({ evidence, document, features: featuresOfTold(evidence.text, document) })
    await take()
  }

  const lexicon = await learnWords(own, told, read.length, take)
  const index = createDocumentIndex(read.length, lexicon)
  const past: (PastRequest & { vector: ReadText })[][] = read.map(() => [])
  const known: KnownText[] = []
  const lessons: Lesson[] = []
  for (const { features, ...rest } of own) {
    const text = lexicon.readNew(features)
    known.push({ ...rest, text })
    index.add(rest.document, rest.part, text, 1)
    await take()
  }
  lessons.push(...known)
  const unsolved: ReadText[] = []
  for (const { evidence, document, features } of told) {
    const text = lexicon.readNew(features)
    if (isSaidAgain(text, evidence, past[document ?? -1] ?? [])) continue
    const weight = weightOf(evidence)
    lessons.push({ text, document, against: !evidence.solved, weight })
    if (document !== undefined) past[document]?.push(pastRequest(text, evidence))
    if (!evidence.solved) unsolved.push(text)
    else if (document !== undefined) {
      known.push({ document, part: 'solved', text, weight })
      index.add(document, 'solved', text, weight)
    }
    await take()
  }
  index.trim()
  // Trained for the threshold first, and then anew for good, in the same room: there are megabytes of it.
  const weights = createTopicWeights(lexicon.size, read.length)
  const threshold = await calibrate(
    { texts: known, unsolved, documents: read.length, lexicon, weights },
    input.falseShare,
    pause,
  )
  weights.clear()
  await train(weights, lessons, pause)

  return {
    documents: read.length,
    titles: known.flatMap(({ part, text }) => (part === 'title' ? text : [])),
    read,
    lexicon,
    index,
    weights,
    past,
    threshold,
    languageOf,
    learn(evidence) {
      const document = evidence.documentId === null ? undefined : numbers.get(evidence.documentId)
      if (document === undefined && evidence.documentId !== null) return
      const text = lexicon.readNew(featuresOfTold(evidence.text, document))
      if (isSaidAgain(text, evidence, past[document ?? -1] ?? [])) return
      const weight = weightOf(evidence)
      const rivals = highest(weights.logits(text), mostRivals)
      const alike = requestsLike(text, rivals, past).map(toLesson)
      trainLate(weights, { text, document, against: !evidence.solved, weight }, alike)
      if (document === undefined) return
      past[document]?.push(pastRequest(text, evidence))
      if (evidence.solved) index.add(document, 'solved', text, weight)
    },
    forget(personId) {
      for (const [document, requests] of past.entries()) {
        for (const { vector, weight, solved } of requests.filter((request) => request.personId === personId)) {
          if (solved) index.remove(document, 'solved', vector, weight)
        }
        past[document] = requests.filter((request) => request.personId !== personId)
      }
    },
    move(from, to) {
      for (const request of past.flat()) if (request.personId === from) request.personId = to
    },
  }
}

const pastRequest = (vector: ReadText, evidence: Evidence): PastRequest & { vector: ReadText } => {
  const { solved, personId, by } = evidence
  return { vector, weight: weightOf(evidence), solved, personId, by }
}

const toLesson = ({ document, request }: ReturnType<typeof requestsLike>[number]): Lesson => ({
  text: request.vector,
  document,
  against: !request.solved,
  weight: request.weight,
})

function languagesOf(read: readonly ReadDocument[], own: readonly FeatureText[]): Model['languageOf'] {
  const languages = read.map(({ language }) => language)
  const known = new Set(languages)
  const ofMost = mostCommon(languages)
  const vocabulary = createVocabulary(
    known,
    own.map(({ features }) => features),
  )
  return (text, likeliest = ofMost) => vocabulary.languageOf(text, known.has(likeliest) ? likeliest : ofMost)
}

async function learnWords(
  own: readonly FeatureText[],
  told: readonly Told[],
  documents: number,
  take: Pause,
): Promise<Lexicon> {
  const words = createLexicon(documents)
  const solved = told.flatMap(({ evidence, document, features }) =>
    evidence.solved && document !== undefined ? [{ document, features }] : [],
  )
  for (const { document, features } of [...own, ...solved].toSorted((a, b) => a.document - b.document)) {
    words.count(document, features)
    await take()
  }
  return words.settle()
}

function mostCommon(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? 'en'
}
