import type { SurveyDefinition } from '@heed/contracts'
import { useMemo, useState } from 'preact/hooks'
import { faultsOf, standing } from './faults.ts'
import type { Fault } from './form/builder-context.ts'

type Refused = { faults: readonly Fault[]; of: SurveyDefinition }

/**
 * Faults of the last launch or saving that nobody has answered yet.
 * @param saving why the definition as it stands could not be saved
 */
export function useStandingFaults(definition: SurveyDefinition, saving: unknown) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const faults = useMemo(() => {
    const fromSaving = faultsOf(saving)
    const fromLaunch = refused ? standing(refused.faults, refused.of, definition) : []
    const known = new Set(fromSaving.map(({ field }) => field))
    return [...fromSaving, ...fromLaunch.filter(({ field }) => !known.has(field))]
  }, [definition, saving, refused])
  return {
    faults,
    /** Notes what a launch was refused for. @returns its faults */
    refuse: (error: unknown): readonly Fault[] => {
      const found = faultsOf(error)
      setRefused({ faults: found, of: definition })
      return found
    },
  }
}
