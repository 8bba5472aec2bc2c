import type { ImportedSurveys, Member, SurveyImport } from '@heed/contracts'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { ArrowLeft } from 'lucide-preact'
import { useId, useRef, useState } from 'preact/hooks'
import { send } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { mayChangeSurveys } from './may-change.ts'
import { readSurveyJson, toolOf } from './read-survey-json.ts'
import { newSurveyAddress, surveysAddress } from './survey-addresses.ts'
import './surveys.css'
import { surveysKey } from './use-surveys.ts'

const words = text.surveys.import
const mostBytes = 1_000_000
const tools = ['formbricks', 'posthog'] as const
type Tool = SurveyImport['from']

/** Makes drafts of what another tool exported, and says what was left out. */
export function SurveyImportPage({ member }: { member: Member }) {
  const { link } = useSegment()
  const client = useQueryClient()
  const importing = useMutation({
    mutationFn: (given: SurveyImport) => send<ImportedSurveys>('POST', '/api/surveys/imports', given),
    onSuccess: () => void client.invalidateQueries({ queryKey: surveysKey }),
  })
  const [json, setJson] = useState('')
  const [tool, setTool] = useState<Tool>('formbricks')
  const [fault, setFault] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  if (!mayChangeSurveys(member)) return <NotFoundPage />

  const take = (read: string) => {
    setJson(read)
    setFault(null)
    importing.reset()
    setTool((before) => toolOf(readSurveyJson(read)) ?? before)
  }
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > mostBytes) return setFault(words.tooLarge)
    take(await chosen.text())
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (importing.isPending) return
    const survey = readSurveyJson(json)
    const found = json.trim() === '' ? words.empty : survey === null ? words.unreadable : null
    setFault(found)
    if (found !== null || survey === null) return field.current?.focus()
    importing.mutate({ from: tool, survey })
  }

  return (
    <div class="page">
      <a class="back" href={link(newSurveyAddress)}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      <PageHeading title={words.title} />
      <p class="soft survey-lead">{words.lead}</p>
      <form class="card panel survey-import" onSubmit={submit} noValidate>
        <label class="field">
          <span>{words.json}</span>
          <textarea
            ref={field}
            class="input code"
            rows={10}
            dir="ltr"
            spellcheck={false}
            value={json}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : id}
            onInput={(event) => take(event.currentTarget.value)}
          />
        </label>
        {fault !== null && (
          <p class="field-error" id={id} role="alert">
            {fault}
          </p>
        )}
        <div class="survey-acts">
          <button type="button" class="button" onClick={() => file.current?.click()}>
            {words.file}
          </button>
          <input
            ref={file}
            type="file"
            class="visually-hidden"
            tabIndex={-1}
            aria-label={words.file}
            accept=".json,application/json"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              event.currentTarget.value = '' // the same file again, mended, is a change too
              void takeFile(chosen)
            }}
          />
        </div>
        <fieldset class="survey-choices">
          <legend>{words.from}</legend>
          <div class="segmented">
            {tools.map((each) => (
              <label key={each}>
                <input type="radio" name={`${id}-tool`} checked={tool === each} onChange={() => setTool(each)} />
                {words.tools[each]}
              </label>
            ))}
          </div>
        </fieldset>
        {importing.isError && <ProblemNotice error={importing.error} />}
        <div class="survey-acts">
          <button type="submit" class="button" data-look="main" aria-disabled={importing.isPending}>
            {importing.isPending ? words.importing : words.submit}
          </button>
        </div>
      </form>
      <div aria-live="polite">{importing.data && <Outcome outcome={importing.data} />}</div>
    </div>
  )
}

function Outcome({ outcome: { surveyIds, leftOut } }: { outcome: ImportedSurveys }) {
  const { link } = useSegment()
  return (
    <section class="card panel">
      <h2>{surveyIds.length === 0 ? words.none : words.done(surveyIds.length)}</h2>
      {leftOut.length === 0 ? (
        <p class="soft">{words.nothingLeftOut}</p>
      ) : (
        <table class="figures survey-left-out">
          <caption>{words.leftOut}</caption>
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {leftOut.map(({ path, reason }) => (
              <tr key={`${path} ${reason}`}>
                <th scope="row" class="code">
                  {path}
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {surveyIds.length > 0 && (
        <div class="survey-acts">
          <a class="button" data-look="main" href={link(surveysAddress, { state: 'draft' })}>
            {words.drafts}
          </a>
        </div>
      )}
    </section>
  )
}
