import type { ImportFault, ImportReport } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatCount } from '../../ui/numbers.ts'
import { faultsCsv, saveFile } from './faults-csv.ts'

const words = text.settings.import.report
const outcomes = ['added', 'changed', 'unchanged', 'refused'] as const
/** A page with a thousand rows is no longer read; the download holds them all. */
const shown = 25
/** The server tells no more than this. */
const told = 1_000

/** What became of the rows of a file, or would. */
export function ImportOutcome({ report, children }: { report: ImportReport; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const verbs = report.dryRun ? words.dry : words.done
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card panel">
      <h2 ref={heading} tabIndex={-1}>
        {report.dryRun ? words.dryTitle : words.title}
      </h2>
      <ul class="outcome">
        {outcomes.map((outcome) => (
          <li key={outcome} data-none={report[outcome] === 0}>
            <strong class="numbers">{words.rows(report[outcome])}</strong> {verbs[outcome]}
          </li>
        ))}
      </ul>
      {children}
      {report.faults.length > 0 && <Faults faults={report.faults} />}
    </section>
  )
}

function Faults({ faults }: { faults: ImportFault[] }) {
  return (
    <>
      <div class="panel-head">
        <h3>{words.faults}</h3>
        <button
          type="button"
          class="button"
          onClick={() => saveFile(`${words.fileName}.csv`, faultsCsv(faults), 'text/csv')}
        >
          {words.download}
        </button>
      </div>
      <p class="soft small">{words.faultsHint}</p>
      <div class="table-scroll">
        <table class="figures stacking faults">
          <caption class="visually-hidden">{words.faults}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.message}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shown).map(({ row, column, message }, i) => (
              <tr key={i}>
                <th scope="row">
                  <span class="stacked-label">{words.row} </span>
                  {formatCount(row)}
                </th>
                <td {...(column !== null && { 'data-label': words.column })}>{column}</td>
                <td data-label={words.message}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > shown && <p class="soft small">{words.more(shown, faults.length)}</p>}
      {faults.length >= told && <p class="soft small">{words.capped}</p>}
    </>
  )
}
