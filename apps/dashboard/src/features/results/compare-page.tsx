import type { Member, Survey, Workspace } from '@heed/contracts'
import { useMemo } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { useSaved } from '../segments/use-saved.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useVersions } from '../surveys/use-survey.ts'
import './compare.css'
import { CompareControls } from './compare-controls.tsx'
import { sideName } from './comparison-words.ts'
import { otherSide, ownPairs, ownSide, readKind } from './other-side.ts'
import { ResultControls } from './result-controls.tsx'
import { readView } from './result-view.ts'
import { SideBySide } from './side-by-side.tsx'
import { SurveyFrame } from './survey-frame.tsx'
import { useResult } from './use-results.ts'

const words = text.results.comparison

type Props = { id?: string; workspace: Workspace; member: Member }

/** Two segments, periods or versions side by side, and whether they differ by more than chance. */
export function ComparePage({ id = '', workspace, member }: Props) {
  return (
    <SurveyFrame id={id} tab="compare" member={member}>
      {(survey) => <Comparison survey={survey} currency={workspace.currency} />}
    </SurveyFrame>
  )
}

function Comparison({ survey, currency }: { survey: Survey; currency: string }) {
  const { segment, asOf, filter } = useSegment()
  const { nameOf } = useSaved()
  const versions = useVersions(survey.id).data?.items ?? []
  const view = readView(filter)
  const given = { filter, cut: { segment, asOf }, view, versions, survey }
  const own = useResult(survey.id, ownPairs(given))
  const other = otherSide(given, own.data)
  const held = useResult(survey.id, other?.pairs ?? [], other !== null)
  const writing = useMemo(() => ({ currency, locale, nameOf }), [currency, nameOf])
  const kind = readKind(filter)
  const isRest = kind === 'segments' && filter('other') === undefined

  return (
    <>
      <p class="soft">{words.lead}</p>
      <ResultControls
        versions={kind === 'versions' ? [] : versions}
        view={kind === 'versions' ? { ...view, version: undefined } : view}
      />
      <CompareControls survey={survey} given={given} other={other} own={own.data} currency={currency} />
      {other === null && own.data !== undefined ? (
        <div class="card">
          <Blank title={words.title} body={kind === 'versions' ? words.needsVersions : words.needsSegment} />
        </div>
      ) : (
        <Loaded query={own} skeleton={<Skeleton height={420} />}>
          {(result) => (
            <Loaded query={held} skeleton={<Skeleton height={420} />}>
              {(heldAgainst) =>
                other && (
                  <SideBySide
                    survey={survey}
                    own={{ side: ownSide(given, result), name: sideName(ownSide(given, result), writing), result }}
                    other={{ side: other, name: isRest ? words.rest : sideName(other, writing), result: heldAgainst }}
                    overlaps={kind === 'segments' && !isRest}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
      )}
    </>
  )
}
