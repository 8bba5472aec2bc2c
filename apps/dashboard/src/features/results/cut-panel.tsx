import type { Survey, SurveyCut, SurveyResult, Workspace } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { displayName } from '../../ui/names.ts'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegmentFields } from '../segments/use-fields.ts'
import { useSegment } from '../segments/use-segment.ts'
import { CutMultiples } from './cut-multiples.tsx'
import { CutTable } from './cut-table.tsx'
import type { Measured } from './figure-words.ts'
import { dimensionName, dimensions, readDimension, traitKey } from './part-words.ts'
import { type CutView, usePartLinks } from './use-part-links.ts'
import { useCut } from './use-results.ts'

const words = text.results.cuts
const looks = ['table', 'multiples'] as const

type Props = {
  survey: Survey
  result: SurveyResult
  measure: Measured
  /** What the server is asked for the whole. */
  asked: Pairs
  workspace: Workspace
}

/** The figure by whatever one likes to cut it by, each part with its margin, its base and a verdict in words. */
export function CutPanel({ survey, result, measure, asked, workspace }: Props) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const by = readDimension(filter('by'))
  const look = looks.find((each) => each === filter('look')) ?? 'table'
  const query = useCut(survey.id, asked, by)
  const links = usePartLinks(survey, result)

  return (
    <section class="card panel results-wide cut">
      <header class="panel-head">
        <h2>{words.title(dimensionName(by).toLocaleLowerCase())}</h2>
        <div class="cut-tools no-print">
          <DimensionChoice
            by={by}
            onChoose={(next) => route(filtered({ by: next === 'plan' ? undefined : next }), true)}
          />
          <nav class="segmented" aria-label={words.look}>
            {looks.map((each) => (
              <a
                key={each}
                href={filtered({ look: each === 'table' ? undefined : each })}
                aria-current={each === look ? 'true' : undefined}
              >
                {words[each]}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <Loaded query={query} skeleton={<Skeleton height={240} />}>
        {(cut) => (
          <Parts
            view={{ cut, measure, unit: result.unit, currency: workspace.currency, links }}
            {...{ survey, result, asked, look }}
          />
        )}
      </Loaded>
    </section>
  )
}

type PartsProps = Pick<Props, 'survey' | 'result' | 'asked'> & { view: CutView; look: (typeof looks)[number] }

function Parts({ view, look, ...rest }: PartsProps) {
  const { cut } = view
  if (cut.parts.length === 0) return <p class="soft">{words.none}</p>
  return (
    <>
      {look === 'multiples' ? <CutMultiples view={view} {...rest} /> : <CutTable view={view} />}
      <Notes cut={cut} />
    </>
  )
}

function Notes({ cut: { by, parts, leftOut } }: { cut: SurveyCut }) {
  const { asOf } = useSegment()
  const notes = [
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(asOf === 'now' && by !== 'version' && parts.every(({ segment }) => segment === null) ? [words.asOfNow] : []),
  ]
  return notes.length > 0 ? <p class="soft small">{notes.join(' ')}</p> : null
}

function DimensionChoice({ by, onChoose }: { by: string; onChoose: (by: string) => void }) {
  const fields = useSegmentFields()
  const names = [...new Set((fields.data?.traits ?? []).map(({ name }) => name))].filter(
    (name) => readDimension(traitKey(name)) === traitKey(name),
  )
  // A trait that the address names may be one that nobody has any more.
  const isMissing = by.startsWith(traitKey('')) && !names.some((name) => traitKey(name) === by)
  return (
    <label class="inline-field">
      <span class="soft small">{words.by}</span>
      <select class="select" value={by} onChange={(event) => onChoose(event.currentTarget.value)}>
        {dimensions.map((each) => (
          <option key={each} value={each}>
            {words.dimensions[each]}
          </option>
        ))}
        {(names.length > 0 || isMissing) && (
          <optgroup label={words.traits}>
            {isMissing && <option value={by}>{dimensionName(by)}</option>}
            {names.map((name) => (
              <option key={name} value={traitKey(name)}>
                {displayName(name)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}
