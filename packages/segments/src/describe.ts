import type { Segment, SegmentNode } from '@heed/contracts'
import { describeCondition, type Speech } from './describe-condition.ts'
import { wordsFor } from './words/index.ts'

/** How to write amounts and words: an ISO 4217 code, a BCP 47 tag, and how saved segments are called. */
export type Writing = { currency: string; locale: string; nameOf?: (segmentId: string) => string | undefined }

/**
 * Says in plain words whom a segment holds, one phrase a condition or group, in the order given: "Growth or Enterprise",
 * "spend ≥ $100", "6 months or longer", "not: Germany". Everyone: an empty list. In English where there are no words
 * for the locale's language. In text that runs from right to left, names stand in Unicode isolates.
 * @throws RangeError on a locale or currency that is not well-formed
 */
export const describeSegment = (segment: Segment, writing: Writing): string[] =>
  segment.all.map((node) => describeNode(node, writing))

/** One condition or group in words. @throws RangeError as `describeSegment` */
export function describeNode(node: SegmentNode, { currency, locale, nameOf }: Writing): string {
  return say(node, { ...wordsFor(locale), currency, nameOf })
}

function say(node: SegmentNode, speech: Speech): string {
  if ('any' in node) return join(node.any, 'disjunction', speech)
  if ('all' in node) return join(node.all, 'conjunction', speech)
  if ('not' in node) return speech.words.not(join(node.not, 'conjunction', speech))
  return describeCondition(node, speech)
}

/** What has an "and", "or" or "not" of its own stands in brackets beside others. */
function join(nodes: readonly SegmentNode[], type: 'conjunction' | 'disjunction', speech: Speech): string {
  if (nodes.length === 0) return type === 'conjunction' ? speech.words.everyone : speech.words.nobody
  const phrases = nodes.map((node) => {
    const phrase = say(node, speech)
    return nodes.length > 1 && hasParts(node) ? `(${phrase})` : phrase
  })
  return new Intl.ListFormat(speech.locale, { type }).format(phrases)
}

function hasParts(node: SegmentNode): boolean {
  if ('any' in node) return node.any.length > 1 || node.any.some(hasParts)
  if ('all' in node) return node.all.length > 1 || node.all.some(hasParts)
  if ('not' in node) return true
  return 'test' in node && node.test.op === 'is' && node.test.values.length > 1
}
