import { createDocumentIndex } from './document-index.ts'
import { type ReadDocument, readDocument, type SuggestDocument } from './documents.ts'
import { type Evidence, weightOf } from './evidence.ts'
import { type Features, featuresOf } from './features.ts'
import { createLexicon, type Lexicon, type ReadText } from './lexicon.ts'
import type { PastRequest } from './neighbours.ts'
import type { Ranker } from './ranking.ts'
import { calibrate, type KnownText } from './threshold.ts'
import { createTopicWeights, type Lesson } from './topic-weights.ts'
import { breather, type Pause, train, trainLate } from './train.ts'

/** Documents and what was learned of them, in numbers. Their numbers are their places in `documents`. */
export type Model = Ranker & {
  documents: number
  read: readonly ReadDocument[]
  lexicon: Lexicon
  threshold: number
  /** The language of texts of which it is not known: the one that most documents have. */
  language: string
  languages: ReadonlySet<string>
  /** Takes in what became known after the model was made. */
  learn(evidence: Evidence): void
  /** Takes out what a person wrote; the weights alone still know it, until another model is made. */
  forget(personId: string): void
  /** What one person wrote is another's. */
  move(from: string, to: string): void
}

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
  const languages = new Set(read.map(({ language }) => language))
  const language = mostCommon(read.map((document) => document.language))

  const own: FeatureText[] = []
  for (const [document, { title, passages, language: ofDocument }] of read.entries()) {
    own.push({ document, part: 'title', features: featuresOf(title, ofDocument), weight: 1 })
    for (const passage of passages)
      own.push({ document, part: 'body', features: featuresOf(passage, ofDocument), weight: 1 })
    await take()
  }
  const languageFor = (document: number | undefined) =>
    document === undefined ? language : (read[document]?.language ?? language)
  const told: Told[] = []
  for (const evidence of input.evidence) {
    const document = evidence.documentId === null ? undefined : numbers.get(evidence.documentId)
    if (document === undefined && evidence.documentId !== null) continue
    told.push({ evidence, document, features: featuresOf(evidence.text, languageFor(document)) })
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
    const weight = weightOf(evidence)
    lessons.push(lessonOf(text, document, evidence, past))
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
    read,
    lexicon,
    index,
    weights,
    past,
    threshold,
    language,
    languages,
    learn(evidence) {
      const document = evidence.documentId === null ? undefined : numbers.get(evidence.documentId)
      if (document === undefined && evidence.documentId !== null) return
      const text = lexicon.readNew(featuresOf(evidence.text, languageFor(document)))
      const weight = weightOf(evidence)
      trainLate(weights, lessonOf(text, document, evidence, past))
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

/** @param past what the documents are known by so far: whoever repeats what they said of one teaches less each time */
function lessonOf(
  text: ReadText,
  document: number | undefined,
  evidence: Evidence,
  past: readonly (readonly PastRequest[])[],
): Lesson {
  const before = document === undefined ? [] : (past[document] ?? [])
  const repeats = evidence.by === 'person' ? before.filter((request) => isRepeatOf(request, evidence)).length : 0
  return { text, document, against: !evidence.solved, weight: weightOf(evidence) / 2 ** repeats }
}

const isRepeatOf = ({ solved, personId, by }: PastRequest, evidence: Evidence) =>
  by === 'person' && personId !== null && personId === evidence.personId && solved === evidence.solved

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
