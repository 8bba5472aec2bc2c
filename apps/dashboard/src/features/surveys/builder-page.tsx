import type { Member, Survey, Workspace } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SurveyTabs } from '../results/survey-tabs.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { Builder } from './builder.tsx'
import './builder.css'
import { listFilters } from './list-filters.ts'
import { surveysAddress } from './survey-addresses.ts'
import './surveys.css'
import { useSurvey } from './use-survey.ts'

const words = text.surveys.builder

type Props = { id: string; workspace: Workspace; member: Member }

/** Everything about one survey before and while it asks. */
export function BuilderPage({ id, workspace, member }: Props) {
  const query = useSurvey(id)
  const { link, filter } = useSegment()
  return (
    <div class="page survey-builder">
      <a class="back" href={link(surveysAddress, listFilters(filter))}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      {query.data === undefined && (
        <PageHeading title={words.heading}>
          <span class={query.error ? undefined : 'visually-hidden'}>{words.heading}</span>
        </PageHeading>
      )}
      <Loaded<Survey> query={query} skeleton={<Skeleton height={640} />}>
        {(survey) => (
          <>
            {survey.launchedAt !== null && <SurveyTabs survey={survey} tab="edit" member={member} />}
            <Builder key={survey.id} survey={survey} workspace={workspace} member={member} />
          </>
        )}
      </Loaded>
    </div>
  )
}
