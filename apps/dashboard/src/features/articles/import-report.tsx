import type { ArticleImportReport, ImportedFile } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import { articleAddress, articlesAddress } from './article-addresses.ts'
import { languageName } from './languages.ts'

const words = text.articles.importing.report
const counts = ['created', 'changed', 'same', 'leftOut', 'images'] as const
/** More at once is no longer read. */
const step = 50

const isNoted = ({ outcome, notes }: ImportedFile) => outcome === 'left_out' || notes.length > 0

/** What became of each file, or would. */
export function ImportReport({ report, children }: { report: ArticleImportReport; children: ComponentChildren }) {
  const { link } = useSegment()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each report is read anew
  useEffect(() => heading.current?.focus(), [report])
  const isDone = !report.dryRun
  return (
    <section class="card panel article-report">
      <h2 ref={heading} tabIndex={-1}>
        {isDone ? words.title : words.dryTitle}
      </h2>
      <ul class="article-outcome">
        {counts.map((count) => (
          <li key={count} data-none={report[count] === 0}>
            {words[count](report[count])}
          </li>
        ))}
      </ul>
      {report.areas.length > 0 && <p>{words.areas(report.areas.join(', '))}</p>}
      {report.dryRun && report.created + report.changed === 0 && <p class="soft">{words.nothing}</p>}
      <div class="article-acts">
        {children}
        {isDone && (
          <a class="button" href={link(articlesAddress)}>
            {words.toArticles}
          </a>
        )}
      </div>
      {report.files.length > 0 && <Files files={report.files} />}
    </section>
  )
}

function Files({ files }: { files: ImportedFile[] }) {
  const noted = files.filter(isNoted)
  const [isAll, setAll] = useState(noted.length === 0)
  const [shown, setShown] = useState(step)
  const chosen = isAll ? files : noted
  return (
    <>
      <fieldset>
        <legend class="visually-hidden">{words.show}</legend>
        <div class="segmented">
          {[false, true].map((each) => (
            <label key={`${each}`}>
              <input type="radio" name="article-files" checked={isAll === each} onChange={() => setAll(each)} />
              {each ? words.all : words.noted} <span class="numbers">{(each ? files : noted).length}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="stacks">
        <table class="figures article-files">
          <caption class="visually-hidden">{words.files}</caption>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.article}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.notes}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.slice(0, shown).map((file) => (
              <Row key={`${file.path} ${file.locale}`} file={file} />
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + step)}>
          {words.more(Math.min(step, chosen.length - shown))}
        </button>
      )}
    </>
  )
}

function Row({ file: { path, outcome, reason, articleId, title, locale, notes } }: { file: ImportedFile }) {
  const { link } = useSegment()
  return (
    <tr>
      <th scope="row">
        <code dir="ltr">{path}</code>
      </th>
      <td data-label={words.article}>
        {articleId ? (
          <a href={link(articleAddress(articleId))} target="_blank" rel="noopener noreferrer">
            <bdi>{title}</bdi>
            <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
        {locale && <p class="soft small">{languageName(locale)}</p>}
      </td>
      <td data-label={words.outcome}>
        {words.outcomes[outcome]}
        {reason && <p class="soft small">{words.reasons[reason]}</p>}
      </td>
      <td data-label={words.notes}>
        <ul class="article-notes">
          {notes.map(({ line, kind, target }) => (
            <li key={`${line} ${kind} ${target}`}>
              {line !== null && <span class="soft numbers">{words.line(line)} </span>}
              {words.note(words.kinds[kind], target)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
