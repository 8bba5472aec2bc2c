import type { Survey } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { useSegment } from '../segments/use-segment.ts'
import { definitionOf } from './definition.ts'
import { listFilters } from './list-filters.ts'
import { editAddress } from './survey-addresses.ts'
import {
  useSurveyCopying,
  useSurveyCreation,
  useSurveyEnding,
  useSurveyPausing,
  useSurveyRemoval,
  useSurveyResuming,
} from './use-surveys.ts'

const words = text.surveys.said

export type SurveyAct = 'edit' | 'duplicate' | 'test' | 'pause' | 'resume' | 'end' | 'remove'
type Open = { what: 'test' | 'end'; survey: Survey; button: HTMLElement }

export type SurveyActs = ReturnType<typeof useSurveyActs>

/** What can be done with surveys as wholes, what was done last, and what waits for an answer. */
export function useSurveyActs() {
  const { route } = useLocation()
  const { link, filter } = useSegment()
  const [said, setSaid] = useState<{ words: string; undo?: () => void } | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const copying = useSurveyCopying()
  const creation = useSurveyCreation()
  const removal = useSurveyRemoval()
  const pausing = useSurveyPausing()
  const resuming = useSurveyResuming()
  const ending = useSurveyEnding()
  const all = [copying, creation, removal, pausing, resuming, ending]
  const isBusy = all.some(({ isPending }) => isPending)

  const close = () => {
    giveFocus(open?.button)
    setOpen(null)
  }
  const act = (what: SurveyAct, survey: Survey, button: HTMLElement) => {
    if (isBusy) return
    for (const each of all) each.reset()
    switch (what) {
      case 'edit':
        return route(link(editAddress(survey.id), listFilters(filter)))
      case 'test':
      case 'end':
        return setOpen({ what, survey, button })
      case 'duplicate':
        return copying.mutate(survey.id, { onSuccess: ({ name }) => setSaid({ words: words.duplicated(name) }) })
      case 'pause':
        return pausing.mutate(survey.id, { onSuccess: () => setSaid({ words: words.paused(survey.name) }) })
      case 'resume':
        return resuming.mutate(survey.id, { onSuccess: () => setSaid({ words: words.resumed(survey.name) }) })
      case 'remove':
        return removal.mutate(survey, { onSuccess: () => setSaid({ words: words.removed(survey.name), undo }) })
    }
    /** The draft is there again, under a new id: nobody knew the old one. */
    function undo() {
      creation.mutate(definitionOf(survey), {
        onSuccess: () => setSaid({ words: words.restored(survey.name) }),
      })
    }
  }
  return {
    act,
    said,
    open,
    close,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    isEnding: ending.isPending,
    confirmEnd: () => {
      if (!open) return
      ending.mutate(open.survey.id, {
        onSuccess: () => {
          setSaid({ words: words.ended(open.survey.name) })
          close()
        },
      })
    },
  }
}
