import { AsOf, type Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf, expandSegment, parseSegment } from '@heed/segments'
import { z } from 'zod'
import type { Filter } from '../features/segments/scope.ts'
import { listSegments } from '../features/segments/segments.queries.ts'
import { problem } from './problem.ts'

/** The parameters of a filter, for a route's query schema. */
export const segmentParams = {
  segment: z
    .string()
    .max(4_000)
    .default('')
    .describe('Whom: plan:growth,scale;spend:10000..;tenure:180.. and so on; see docs/segments.md. Left out: everyone'),
  asOf: AsOf.default('answer').describe(
    'Whether plan, spend, tenure and traits are those of the answer or those of now',
  ),
}

export const SegmentQuery = z.strictObject(segmentParams)

/**
 * The filter that a query names, with saved segments put in.
 * @throws Problem invalid_input saying what of it cannot be read, so that a typing error never widens a filter
 */
export const filterOf = async (
  handle: Handle,
  workspaceId: string,
  query: { segment: string; asOf?: AsOf },
): Promise<Filter> => {
  const { segment, messages } = await readSegment(handle, workspaceId, query.segment)
  if (messages.length > 0)
    throw problem('invalid_input', { errors: messages.map((message) => ({ field: 'segment', message })) })
  return { segment, asOf: query.asOf ?? 'answer' }
}

/** A segment's text with saved segments put in, and what of it cannot be read. */
export const readSegment = async (
  handle: Handle,
  workspaceId: string,
  text: string,
): Promise<{ segment: Segment; messages: string[] }> => {
  const { segment, faults } = parseSegment(text)
  if (faults.length > 0) return { segment, messages: faults.map(({ message }) => message) }
  if (!conditionsOf(segment).some(({ field }) => field === 'segment')) return { segment, messages: [] }
  const saved = new Map((await listSegments(handle, workspaceId)).map((row) => [row.id, row.segment]))
  const expanded = expandSegment(segment, (id) => {
    const text = saved.get(id)
    return text === undefined ? undefined : parseSegment(text).segment
  })
  const messages = [
    ...expanded.missing.map((id) => `the saved segment ${id} is not there`),
    ...expanded.circular.map((id) => `the saved segment ${id} is built on itself`),
    ...(expanded.tooLarge ? ['must be smaller: with its saved segments it holds too many conditions'] : []),
  ]
  return { segment: expanded.segment, messages }
}
