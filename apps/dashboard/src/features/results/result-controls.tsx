import type { SurveyVersion } from '@heed/contracts'
import { useId } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import type { Filters } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { PeriodChoice } from './period-choice.tsx'
import { periodFilters, type ResultView, units } from './result-view.ts'

const words = text.results.controls

type Props = { versions: SurveyVersion[]; view: ResultView }

/** Which answers count: of when, of which version, and whose voice is one. */
export function ResultControls({ versions, view }: Props) {
  const { filtered } = useSegment()
  const { route } = useLocation()
  const set = (changed: Filters) => route(filtered(changed), true)
  const id = useId()
  return (
    <fieldset class="filters result-controls">
      <legend class="visually-hidden">{words.label}</legend>
      <PeriodChoice period={view.period} onChoose={(period) => set(periodFilters(period))} />
      <fieldset class="segmented">
        <legend class="visually-hidden">{words.unit}</legend>
        {units.map((unit) => (
          <label key={unit} title={words.unitHints[unit]}>
            <input
              type="radio"
              name={id}
              checked={view.unit === unit}
              onChange={() => set({ unit: unit === 'people' ? undefined : unit })}
            />
            {words.units[unit]}
          </label>
        ))}
      </fieldset>
      <VersionChoice versions={versions} version={view.version} onChoose={(version) => set({ version })} />
    </fieldset>
  )
}

type VersionProps = {
  versions: SurveyVersion[]
  version: number | undefined
  onChoose: (version: string | undefined) => void
}

/** Nothing to choose where there is one version; but one that the address names can be taken out. */
function VersionChoice({ versions, version, onChoose }: VersionProps) {
  if (versions.length < 2 && version === undefined) return null
  const numbers = versions.map((each) => each.version)
  const offered = version === undefined || numbers.includes(version) ? numbers : [version, ...numbers]
  return (
    <select
      class="select"
      aria-label={words.version}
      value={version ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{words.anyVersion}</option>
      {offered.map((each) => (
        <option key={each} value={each}>
          {words.versionNumber(each)}
        </option>
      ))}
    </select>
  )
}
