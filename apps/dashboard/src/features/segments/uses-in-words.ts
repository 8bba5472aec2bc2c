import type { SegmentUse } from '@heed/contracts'
import { text } from '../../locales/text.ts'

const words = text.segments.page

/** What is built on a segment, each as it is named in a sentence. */
export const usesInWords = ({ segments, surveys, articles }: SegmentUse): string[] => [
  ...segments.map(({ name }) => words.segmentUse(name)),
  ...surveys.map(({ name }) => words.surveyUse(name)),
  ...articles.map(({ name }) => words.articleUse(name)),
]
