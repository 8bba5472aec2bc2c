import type { Handle } from '@heed/db'
import { conditionsOf, parseSegment } from '@heed/segments'
import { listSegments } from '../../segments/segments.queries.ts'
import { listSurveys } from '../../surveys/surveys.queries.ts'
import { type DeedKind, isOfDeeds } from './deeds-to-pack.queries.ts'

/** What saved segments, and surveys by their targets, ask of what people did: it will be asked again. */
export async function listDeedsAskedFor(handle: Handle, workspaceId: string): Promise<DeedKind[]> {
  const saved = await listSegments(handle, workspaceId)
  const surveys = await listSurveys(handle, workspaceId)
  const texts = [...saved.map(({ segment }) => segment), ...surveys.map(({ targeting }) => targeting?.segment ?? '')]
  return texts.flatMap((text) => conditionsOf(parseSegment(text).segment)).filter(isOfDeeds)
}
