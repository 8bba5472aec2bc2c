import type { Segment } from '@heed/contracts'
import { parseSegment } from '@heed/segments'
import { z } from 'zod'
import { problem } from './problem.ts'

const oneOrMany = z.union([z.string(), z.array(z.string())])

/** The parameters of a segment, for a route's query schema; `trait.<name>` parameters pass through `z.looseObject`. */
export const segmentParams = {
  plan: oneOrMany.optional().describe('Plan is any of; repeat the parameter'),
  spendMinor: oneOrMany.optional().describe('Spend between, in minor units: 10000..50000, 10000.. or ..50000'),
  tenureDays: oneOrMany.optional().describe('Tenure between, in whole days: 180..365, 180.. or ..365'),
}

export const SegmentQuery = z.looseObject(segmentParams)

/** The segment that a query names. @throws Problem invalid_input naming each parameter at fault */
export const segmentOf = (query: Record<string, unknown>): Segment => {
  const { segment, faults } = parseSegment(query as Record<string, string | string[] | undefined>)
  if (faults.length > 0) throw problem('invalid_input', { errors: faults })
  return segment
}
