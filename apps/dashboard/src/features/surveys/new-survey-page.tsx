import type { Member, Workspace } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { mayChangeSurveys } from './may-change.ts'
import { PromptPreview, publicSurveyOf } from './prompt-preview.tsx'
import { editAddress, surveyImportAddress, surveysAddress } from './survey-addresses.ts'
import './builder.css'
import './surveys.css'
import { blanks, type Template, templates } from './templates/templates.ts'
import { useSurveyCreation } from './use-surveys.ts'

const words = text.surveys.starting

/** Where a survey begins: a template that is nearly ready, a blank of each kind, or a file of another tool. */
export function NewSurveyPage({ workspace, member }: { workspace: Workspace; member: Member }) {
  const { route } = useLocation()
  const { link } = useSegment()
  const creation = useSurveyCreation()
  const [looksAt, setLooksAt] = useState(templates[0])
  if (!mayChangeSurveys(member)) return <NotFoundPage />

  const use = ({ definition }: Template) => {
    if (creation.isPending) return
    creation.mutate(definition, { onSuccess: ({ id }) => route(link(editAddress(id))) })
  }
  const cards = { chosen: looksAt, onLook: setLooksAt, onUse: use, isPending: creation.isPending }
  return (
    <div class="page">
      <a class="back" href={link(surveysAddress)}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft">{words.lead}</p>
        <a class="button survey-new" href={link(surveyImportAddress)}>
          {words.import}
        </a>
      </div>
      {creation.isError && <ProblemNotice error={creation.error} />}
      <div class="survey-start">
        <div class="survey-start-lists">
          <Cards title={words.templates} items={templates} {...cards} />
          <Cards title={words.blanks} items={blanks} {...cards} />
        </div>
        {looksAt && (
          <aside class="card survey-preview survey-start-preview" aria-label={words.preview}>
            <h2>{looksAt.name}</h2>
            <PromptPreview
              survey={publicSurveyOf(looksAt.definition, { id: 'srv_preview', version: 1 })}
              look={{ size: 'desktop', theme: 'light', language: 'en' }}
              workspace={workspace}
            />
          </aside>
        )}
      </div>
    </div>
  )
}

type CardsProps = {
  title: string
  items: Template[]
  chosen: Template | undefined
  /** Pointed at, or reached by keyboard: the preview shows it. */
  onLook: (template: Template) => void
  onUse: (template: Template) => void
  isPending: boolean
}

const Cards = ({ title, items, chosen, onLook, onUse, isPending }: CardsProps) => (
  <section>
    <h2>{title}</h2>
    <ul class="survey-cards">
      {items.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            class="card survey-card"
            data-shown={template === chosen}
            aria-disabled={isPending}
            onMouseEnter={() => onLook(template)}
            onFocus={() => onLook(template)}
            onClick={() => onUse(template)}
          >
            <strong>{template.name}</strong>
            <span class="soft small">{template.line}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
