import { CutQuery, ResultQuery } from '@heed/contracts'
import { segmentParams } from '../../http/segment-query.ts'

/** The query of results, with a segment. */
export const ResultFilter = ResultQuery.extend(segmentParams).strict()
/** The same with what the figure is cut by. */
export const CutFilter = CutQuery.extend(segmentParams).strict()

/** Reads a query as it stands in an address; nothing where it is none of results. */
export const parseResultQuery = (query: string) =>
  ResultFilter.safeParse(Object.fromEntries(new URLSearchParams(query))).data
