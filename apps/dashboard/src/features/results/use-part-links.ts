import type { CutPart, Segment, Survey, SurveyCut, SurveyResult } from '@heed/contracts'
import { parseSegment } from '@heed/segments'
import { useMemo } from 'preact/hooks'
import { type Cut, type Pairs, pairsOf } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import type { Measured } from './figure-words.ts'
import { useAnswersLink } from './use-answers-link.ts'

/** What a cut is drawn with. */
export type CutView = {
  cut: SurveyCut
  measure: Measured
  unit: SurveyResult['unit']
  currency: string
  links: PartLinks
}

/** Addresses of one part of a cut; null where no filter picks its answers. */
export type PartLinks = {
  answers: (by: string, part: CutPart) => string | null
  /** This page, for this part alone. */
  only: (by: string, part: CutPart) => string | null
}

/** The segment narrowed to one part; null where none can be. */
export const narrowed = (segment: Segment, part: Pick<CutPart, 'segment'>): Segment | null =>
  part.segment === null ? null : { all: [...segment.all, ...parseSegment(part.segment).segment.all] }

export function usePartLinks(survey: Pick<Survey, 'id'>, result: Pick<SurveyResult, 'period'>): PartLinks {
  const { segment, cut, filtered } = useSegment()
  const answers = useAnswersLink(survey, result)
  return useMemo(() => {
    const ofSegment = (part: CutPart, address: (segment: Segment) => string) => {
      const narrow = narrowed(segment, part)
      return narrow === null ? null : address(narrow)
    }
    return {
      answers(by, part) {
        if (by === 'locale') return answers({ locale: part.value ?? 'none' })
        if (by === 'version') return part.value === null ? null : answers({ version: part.value })
        return ofSegment(part, (narrow) => answers({}, narrow))
      },
      only(by, part) {
        if (by === 'version') return part.value === null ? null : filtered({ version: part.value })
        return ofSegment(part, cut)
      },
    }
  }, [segment, cut, filtered, answers])
}

/** What the server is asked for one part of a cut alone; null where it cannot be. @param asked the whole */
export function pairsOfPart(asked: Pairs, cut: Cut, by: string, part: CutPart): Pairs | null {
  if (by === 'version')
    return part.value === null ? null : [...asked.filter(([name]) => name !== 'version'), ['version', part.value]]
  const segment = narrowed(cut.segment, part)
  if (segment === null) return null
  return [...pairsOf({ ...cut, segment }), ...asked.filter(([name]) => name !== 'segment' && name !== 'asOf')]
}
