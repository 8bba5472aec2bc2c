import type { ArticleImportFormat, Member } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { articlesAddress } from './article-addresses.ts'
import './articles.css'
import { ImportFileField } from './import-file-field.tsx'
import { ImportReport } from './import-report.tsx'
import { languageName, offeredLanguages } from './languages.ts'
import { mayImportArticles } from './may-write.ts'
import { type ImportWish, useArticleImport } from './use-article-import.ts'

const words = text.articles.importing
const formats: ArticleImportFormat[] = ['markdown', 'zendesk', 'intercom']

type Options = Omit<ImportWish, 'file'>

/** Takes articles over from elsewhere: first it is said what would happen, then it happens. */
export function ArticleImportPage({ member }: { member: Member }) {
  const { link } = useSegment()
  const importing = useArticleImport()
  const [file, setFile] = useState<File | null>(null)
  const [options, setOptions] = useState<Options>({
    format: 'markdown',
    publish: false,
    createAreas: true,
    overwrite: false,
    locale: '',
  })
  if (!mayImportArticles(member)) return <NotFoundPage />

  const change = (changes: Partial<Options>) => {
    setOptions({ ...options, ...changes })
    // What was said is no longer what would happen.
    if (!importing.isPending) importing.reset()
  }
  const take = (chosen: File) => {
    setFile(chosen)
    change({ format: formatOf(chosen, options.format) })
  }
  const run = (dryRun: boolean) => {
    if (file && !importing.isPending) importing.mutate({ file, ...options, dryRun })
  }
  const report = importing.data
  const isRunning = importing.isPending && importing.variables.dryRun === false
  return (
    <div class="page">
      <a class="back" href={link(articlesAddress)}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {text.articles.editor.back}
      </a>
      <PageHeading title={words.title} />
      <p class="soft article-lead">{words.lead}</p>
      <form
        class="card panel"
        onSubmit={(event) => {
          event.preventDefault()
          run(true)
        }}
      >
        <Format format={options.format} onFormat={(format) => change({ format })} />
        <ImportFileField file={file} format={options.format} onFile={take} />
        <Choices options={options} onChange={change} />
        <div class="article-acts">
          <button
            type="submit"
            class="button"
            data-look={report?.dryRun ? undefined : 'main'}
            aria-disabled={file === null || importing.isPending}
          >
            {importing.isPending && !isRunning ? words.checking : words.check}
          </button>
        </div>
      </form>
      {importing.isError && <ProblemNotice error={importing.error} />}
      {report && (
        <ImportReport report={report}>
          {report.dryRun && report.created + report.changed > 0 && (
            <button
              type="button"
              class="button"
              data-look="main"
              aria-disabled={importing.isPending}
              onClick={() => run(false)}
            >
              {words.run}
            </button>
          )}
        </ImportReport>
      )}
      {isRunning && (
        <p class="soft" role="status">
          {words.running}
        </p>
      )}
    </div>
  )
}

/** A zip is a folder; which tool a JSON comes from only its sender knows. */
const formatOf = ({ name }: File, chosen: ArticleImportFormat): ArticleImportFormat =>
  /\.zip$/i.test(name) ? 'markdown' : /\.json$/i.test(name) && chosen === 'markdown' ? 'zendesk' : chosen

function Format({
  format,
  onFormat,
}: {
  format: ArticleImportFormat
  onFormat: (format: ArticleImportFormat) => void
}) {
  return (
    <fieldset class="article-choices">
      <legend class="article-legend">{words.from}</legend>
      <div class="segmented">
        {formats.map((each) => (
          <label key={each}>
            <input type="radio" name="article-format" checked={format === each} onChange={() => onFormat(each)} />
            {words.formats[each]}
          </label>
        ))}
      </div>
      <p class="soft small">{words.hints[format]}</p>
    </fieldset>
  )
}

const flags = ['publish', 'createAreas', 'overwrite'] as const
const hints: Partial<Record<(typeof flags)[number], string>> = {
  publish: words.options.publishHint,
  overwrite: words.options.overwriteHint,
}

function Choices({ options, onChange }: { options: Options; onChange: (changes: Partial<Options>) => void }) {
  const id = useId()
  return (
    <fieldset class="article-choices">
      <legend class="article-legend">{words.options.label}</legend>
      {flags.map((flag) => (
        <div key={flag}>
          <label class="check">
            <input
              type="checkbox"
              checked={options[flag]}
              aria-describedby={hints[flag] && `${id}-${flag}`}
              onChange={(event) => onChange({ [flag]: event.currentTarget.checked })}
            />
            {words.options[flag]}
          </label>
          {hints[flag] && (
            <p class="soft small article-check-hint" id={`${id}-${flag}`}>
              {hints[flag]}
            </p>
          )}
        </div>
      ))}
      <label class="field article-import-language">
        <span>{words.options.locale}</span>
        <select
          class="select"
          value={options.locale}
          onChange={(event) => onChange({ locale: event.currentTarget.value })}
        >
          <option value="">{words.options.workspaceLocale}</option>
          {offeredLanguages().map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
