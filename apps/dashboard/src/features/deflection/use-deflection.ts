import type { DeflectionCut, DeflectionReport, UnansweredList } from '@heed/contracts'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import type { Pairs } from '../segments/segment-url.ts'

/** A report with what its parts are cut by, so that parts on the screen never stand under the name of another cut. */
export type CutReport = { report: DeflectionReport; cut: DeflectionCut }

/** What suggestions saved, of a period and a segment. */
export const useDeflection = (pairs: Pairs, cut: DeflectionCut) =>
  useQuery({
    queryKey: ['deflection', 'report', pairs, cut],
    queryFn: async ({ signal }): Promise<CutReport> => ({
      report: await get<DeflectionReport>('/api/deflection', [...pairs, ['cut', cut]], signal),
      cut,
    }),
    placeholderData: keepPreviousData,
  })

/** Requests and searches that found nothing, worded alike. */
export const useUnanswered = (pairs: Pairs) =>
  useQuery({
    queryKey: ['deflection', 'unanswered', pairs],
    queryFn: ({ signal }) => get<UnansweredList>('/api/deflection/unanswered', pairs, signal),
    placeholderData: keepPreviousData,
  })
