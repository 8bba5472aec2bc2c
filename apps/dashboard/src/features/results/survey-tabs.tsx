import type { Member, Survey } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import { listFilters } from '../surveys/list-filters.ts'
import { mayChangeSurveys } from '../surveys/may-change.ts'
import { editAddress } from '../surveys/survey-addresses.ts'
import { commentsAddress, compareAddress, resultsAddress, samplingAddress } from './result-addresses.ts'
import { commentFilters, viewFilters } from './result-view.ts'
import './results.css'

const words = text.results.tabs

const pages = [
  { name: 'results', address: resultsAddress, filters: viewFilters },
  { name: 'compare', address: compareAddress, filters: viewFilters },
  { name: 'comments', address: commentsAddress, filters: commentFilters },
  { name: 'sampling', address: samplingAddress, filters: viewFilters },
  { name: 'edit', address: editAddress, filters: viewFilters },
] as const

export type SurveyTab = (typeof pages)[number]['name']

type Props = { survey: Pick<Survey, 'id' | 'state'>; tab: SurveyTab; member: Member }

/** The pages about one survey. Each leads to the others with the view that they share, and the list's filters. */
export function SurveyTabs({ survey: { id, state }, tab, member }: Props) {
  const { link, filter } = useSegment()
  const mayEdit = mayChangeSurveys(member) && state !== 'ended'
  return (
    <nav class="segmented result-tabs" aria-label={words.label}>
      {pages.map(({ name, address, filters }) => (
        <a
          key={name}
          href={link(address(id), { ...filters(filter), ...listFilters(filter) })}
          aria-current={name === tab ? 'page' : undefined}
        >
          {words[name === 'edit' && !mayEdit ? 'view' : name]}
        </a>
      ))}
    </nav>
  )
}
