import { saysSomething, saysTitle, waysToAsk } from './asked.ts'
import type { DocumentKind, SuggestDocument } from './documents.ts'
import { countedEvidence, createAdmission, type Evidence } from './evidence.ts'
import { excerptFor } from './excerpt.ts'
import { createHearing } from './hearing.ts'
import { fitModel, type Model } from './model.ts'
import { type Ranked, type Ranking, rankDocuments, scoreDocuments } from './ranking.ts'
import { stemmerOf } from './stem.ts'
import type { Pause } from './train.ts'
import { knownWords, type Why, whySuggested } from './why.ts'
import { languageOf } from './words.ts'

/**
 * A document that may answer a text. `score` is 0 … 1: how sure it is that the answer is among the first three, scaled
 * down for those ranked lower. `confident`: sure enough to be shown unasked. `excerpt` is the sentence that fits best, at most
 * 160 characters, without Markdown marks.
 */
export type Suggestion = {
  documentId: string
  kind: DocumentKind
  score: number
  confident: boolean
  excerpt: string
  why: Why
}

/** @param limit at most so many, 3 if left out */
export type SuggestOptions = { locale?: string; limit?: number; kinds?: readonly DocumentKind[] }

export type Suggester = {
  /** What to show while somebody writes, best first; empty when nothing fits well enough. */
  suggest(text: string, options?: SuggestOptions): Suggestion[]
  /** What to show somebody who searches: the same list with what fits less well, too. */
  search(text: string, options?: SuggestOptions): Suggestion[]
  /** `search` of a text that is read once, to be answered again as it turns out what may be shown to somebody. */
  prepare(text: string, options?: SuggestOptions): (mayShow: (documentId: string) => boolean) => Suggestion[]
  /** Takes in at once what happened to a request; false if it does not count, see `caps`. */
  learn(evidence: Evidence): boolean
  /** Takes out all that this person wrote. The next `refit` takes out what was concluded from it. */
  forget(personId: string): void
  /** One person turned out to be another: what they wrote counts as the other's. */
  move(from: string, to: string): void
  /** Learns everything again from the beginning, in short steps with `pause` between them. Asking goes on meanwhile. */
  refit(pause?: Pause): Promise<void>
}

/** `falseShare`: at most about this share, 0 … 1, of the requests that nothing answers may get a suggestion; 0.1 if left out. */
export type SuggesterInput = {
  documents: readonly SuggestDocument[]
  evidence?: readonly Evidence[]
  falseShare?: number
}

const defaultFalseShare = 0.1
/** In log odds: a document of the reader's language goes before a slightly better one of another. */
const ownLanguageBonus = 1.5
/** What fits so much less than the first, or hardly better than one of which nothing is known, is not worth a place under it. */
const leastOfFirst = 0.04
const leastOfUnknown = 2
/** Of a long message, what is read for the words it is explained by. */
const mostCharacters = 1000
const noPause: Pause = async () => {}

/**
 * Makes the engine of one workspace from its documents and what is known of past requests. It lives in memory. Make another
 * when documents change.
 * @param pause awaited every few milliseconds of work
 */
export async function createSuggester(input: SuggesterInput, pause: Pause = noPause): Promise<Suggester> {
  const { documents, falseShare = defaultFalseShare } = input
  let evidence = countedEvidence(input.evidence ?? [])
  /** Counts what changed of the evidence that was there. */
  let changes = 0
  let admit = admissionAfter(evidence)
  let hear = createHearing()
  let model = await fitModel({ documents, evidence: evidence.flatMap(hear), falseShare }, pause)

  return {
    suggest: (text, options) => prepare(text, options, model)().filter(({ confident }) => confident),
    search: (text, options) => prepare(text, options, model)(),
    prepare: (text, options) => prepare(text, options, model),
    learn(told) {
      if (!admit(told)) return false
      evidence.push(told)
      for (const heard of hear(told)) model.learn(heard)
      return true
    },
    forget(personId) {
      evidence = evidence.filter((told) => told.personId !== personId)
      admit = admissionAfter(evidence)
      hear = hearingAfter(evidence)
      changes++
      model.forget(personId)
    },
    move(from, to) {
      evidence = evidence.map((told) => (told.personId === from ? { ...told, personId: to } : told))
      admit = admissionAfter(evidence)
      hear = hearingAfter(evidence)
      changes++
      model.move(from, to)
    },
    async refit(between = noPause) {
      for (;;) {
        const [known, before] = [evidence.length, changes]
        const counted = countedEvidence(evidence)
        const hearAnew = createHearing()
        const fitted = await fitModel({ documents, evidence: counted.flatMap(hearAnew), falseShare }, between)
        if (before !== changes) continue
        const since = evidence.slice(known)
        for (const heard of since.flatMap(hearAnew)) fitted.learn(heard)
        evidence = [...counted, ...since]
        hear = hearAnew
        model = fitted
        return
      }
    },
  }
}

function admissionAfter(evidence: readonly Evidence[]) {
  const admit = createAdmission()
  for (const told of evidence) admit(told)
  return admit
}

function hearingAfter(evidence: readonly Evidence[]) {
  const hear = createHearing()
  for (const told of evidence) hear(told)
  return hear
}

function prepare(text: string, { locale, limit = 3, kinds }: SuggestOptions = {}, model: Model) {
  if (!saysSomething(text) || model.documents === 0) return () => []
  const ofReader = locale === undefined ? '' : languageOf(locale)
  const language = model.languageOf(text, ofReader)
  const bonus = (number: number): number => {
    const document = model.read[number]
    if (!document || (kinds && !kinds.includes(document.kind))) return -Infinity
    return document.language === ofReader ? ownLanguageBonus : 0
  }
  const ways = waysToAsk(text, language).map((way) => ({
    text: way.text,
    stems: way.features.stems,
    scored: scoreDocuments(model.lexicon.read(way.features), model, bonus),
  }))
  return (mayShow: (documentId: string) => boolean = () => true) => {
    const hidden = new Set(model.read.flatMap(({ id }, number) => (mayShow(id) ? [] : number)))
    const best = ways
      .map((way) => ({ ...way, ...rankDocuments(way.scored, (number) => hidden.has(number)) }))
      .reduce((surest, way) => (way.confidence > surest.confidence ? way : surest))
    return answersOf(
      best,
      { limit, language, isSure: best.confidence >= model.threshold(model.documents - hidden.size) },
      model,
    )
  }
}

type Answered = Ranking & { text: string; stems: string[] }
type Asked = { limit: number; language: string; isSure: boolean }

function answersOf(best: Answered, { limit, language, isSure }: Asked, model: Model): Suggestion[] {
  const weight = (stem: string) => model.lexicon.weight(model.lexicon.idOfStem(stem, stemmerOf(language)) ?? -1)
  const stems = new Set(best.stems)
  /** Whoever writes the very title of what fits best means it, unless several were not helped by it. */
  const isNamed = ({ title }: { title: string }, { verdict }: Ranked['precedents']) =>
    verdict >= 0 && saysTitle(best.stems, title, language)
  const words = knownWords(best.text.slice(0, mostCharacters), language, model.lexicon)
  return best.ranked.slice(0, limit).flatMap(({ document, precedents, share }, place) => {
    const read = model.read[document]
    if (!read) return []
    const ofFirst = shareOfFirst(best.ranked, place)
    return {
      documentId: read.id,
      kind: read.kind,
      score: best.confidence * ofFirst,
      confident:
        place === 0
          ? isSure || isNamed(read, precedents)
          : isSure && ofFirst >= leastOfFirst && share >= leastOfUnknown * best.shareOfUnknown,
      excerpt: excerptFor(read.sentences, stems, weight),
      why: whySuggested(document, words, precedents, model.index),
    }
  })
}

/** Falls with the place, as the chances of the documents do. */
function shareOfFirst(ranked: readonly Ranked[], place: number): number {
  const first = ranked[0]?.share ?? 0
  const least = ranked.slice(0, place + 1).reduce((lowest, { share }) => Math.min(lowest, share), first)
  return first > 0 ? least / first : 1
}
