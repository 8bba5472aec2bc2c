import { conditionsOf, parseSegment } from '@heed/segments'

/** Ids of the saved segments that a segment's text names. */
export const savedSegmentsIn = (text: string): string[] =>
  conditionsOf(parseSegment(text).segment).flatMap((condition) => (condition.field === 'segment' ? [condition.id] : []))
