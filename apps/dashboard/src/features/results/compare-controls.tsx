import type { Segment, Survey, SurveyResult, SurveyVersion } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { SegmentEditor } from '../segments/segment-editor.tsx'
import type { Filters } from '../segments/segment-url.ts'
import { useSaved } from '../segments/use-saved.ts'
import { useSegment } from '../segments/use-segment.ts'
import { type ComparedKind, comparedKinds, readKind, type Side, writeOther } from './other-side.ts'
import { PeriodChoice } from './period-choice.tsx'
import { daysIn, earlier, yearEarlier } from './period-words.ts'
import type { ResultView } from './result-view.ts'

const words = text.results.comparison

type Props = {
  survey: Survey
  given: { view: ResultView; versions: SurveyVersion[] }
  other: Side | null
  own: SurveyResult | undefined
  currency: string
}

/** In what the two sides differ, and what the other side is. */
export function CompareControls({ survey, given, other, own, currency }: Props) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const set = (changed: Filters) => route(filtered(changed), true)
  const kind = readKind(filter)
  return (
    <div class="filters compare-controls">
      <nav class="segmented" aria-label={words.of}>
        {comparedKinds.map((each) => (
          <a
            key={each}
            href={filtered({ of: each === 'periods' ? undefined : each })}
            aria-current={each === kind ? 'true' : undefined}
          >
            {words.kinds[each]}
          </a>
        ))}
      </nav>
      <OtherChoice kind={kind} {...{ survey, given, other, own, currency, set }} />
    </div>
  )
}

type ChoiceProps = Props & { kind: ComparedKind; set: (changed: Filters) => void }

function OtherChoice({ kind, ...rest }: ChoiceProps) {
  switch (kind) {
    case 'periods':
      return <OtherPeriod {...rest} />
    case 'segments':
      return <OtherSegment {...rest} />
    case 'versions':
      return <OtherVersion {...rest} />
  }
}

function OtherPeriod({ other, own, set }: Omit<ChoiceProps, 'kind'>) {
  if (!own || other?.kind !== 'periods') return null
  const is = ({ from, to }: { from: string; to: string }) => other.from === from && other.to === to
  const before = earlier(own.period, daysIn(own.period))
  const year = yearEarlier(own.period)
  return (
    <>
      <button
        type="button"
        class="button"
        aria-pressed={is(before)}
        onClick={() => set({ otherFrom: undefined, otherTo: undefined })}
      >
        {words.before}
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={is(year)}
        onClick={() => set({ otherFrom: year.from, otherTo: year.to })}
      >
        {words.yearBefore}
      </button>
      <PeriodChoice
        period={{ from: other.from, to: other.to }}
        label={words.otherPeriod}
        onlySpan
        onChoose={(period) => 'from' in period && set({ otherFrom: period.from, otherTo: period.to })}
      />
    </>
  )
}

function OtherSegment({ other, currency, set }: Omit<ChoiceProps, 'kind'>) {
  const { segment, filter } = useSegment()
  const { saved } = useSaved()
  const [isOpen, setOpen] = useState(false)
  const written = filter('other')
  const choose = (next: Segment) => set({ other: writeOther(next) })
  const offered = [
    ...(segment.all.length > 0
      ? [
          { value: '', label: words.rest },
          { value: 'everyone', label: words.everyone },
        ]
      : []),
    ...saved.map(({ id, name }) => ({ value: writeOther({ all: [{ field: 'segment', id }] }), label: name })),
  ]
  const isOwn = written !== undefined && !offered.some(({ value }) => value === written)
  return (
    <>
      {offered.length > 0 && (
        <select
          class="select"
          aria-label={words.second}
          value={isOwn ? 'own' : (written ?? '')}
          onChange={({ currentTarget: { value } }) =>
            value === 'own' ? setOpen(true) : set({ other: value || undefined })
          }
        >
          {segment.all.length === 0 && written === undefined && <option value="">{words.noSegment}</option>}
          {offered.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value="own">{words.chooseSegment}</option>
        </select>
      )}
      {(isOwn || offered.length === 0) && (
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {isOwn ? words.changeSegment : words.chooseSegment}
        </button>
      )}
      {isOpen && (
        <SegmentEditor
          title={words.segmentTitle}
          currency={currency}
          segment={isOwn && other?.kind === 'segments' ? other.segment : { all: [] }}
          onChange={choose}
          onClose={() => setOpen(false)}
          foot={({ close, clear }) => (
            <>
              <button type="button" class="button" data-look="quiet" onClick={clear}>
                {words.clear}
              </button>
              <button type="button" class="button" data-look="main" onClick={close}>
                {words.done}
              </button>
            </>
          )}
        />
      )}
    </>
  )
}

function OtherVersion({ survey, given: { view, versions }, other, set }: Omit<ChoiceProps, 'kind'>) {
  if (versions.length < 2) return null
  const own = view.version ?? Math.max(survey.version, ...versions.map(({ version }) => version))
  const options = (of: (version: number) => boolean) =>
    versions
      .filter(({ version }) => of(version))
      .map(({ version }) => (
        <option key={version} value={version}>
          {text.results.controls.versionNumber(version)}
        </option>
      ))
  return (
    <>
      <select
        class="select"
        aria-label={words.first}
        value={own}
        onChange={(event) => set({ version: event.currentTarget.value })}
      >
        {options(() => true)}
      </select>
      <select
        class="select"
        aria-label={words.second}
        value={other?.kind === 'versions' ? other.version : ''}
        onChange={(event) => set({ otherVersion: event.currentTarget.value })}
      >
        {options((version) => version !== own)}
      </select>
    </>
  )
}
