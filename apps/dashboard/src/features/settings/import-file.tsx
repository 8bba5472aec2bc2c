import type { ImportKind, ImportPreview } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import { type Mapping, mappingFault, suggestedMapping } from './column-meanings.ts'
import type { CsvText } from './file-field.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { useImport } from './use-import.ts'

const words = text.settings.import

type Props = { kind: ImportKind; file: CsvText; preview: ImportPreview }

/** One file, from its columns to what became of its rows. Trying comes first, for an import cannot be undone. */
export function ImportFile({ kind, file, preview }: Props) {
  const [mapping, setMapping] = useState<Mapping>(() => suggestedMapping(preview))
  const trial = useImport()
  const real = useImport()
  const heading = useRef<HTMLHeadingElement>(null)
  const fault = mappingFault(kind, mapping)
  const given = { kind, csv: file.csv, mapping }
  const isBusy = trial.isPending || real.isPending

  useEffect(() => heading.current?.focus(), [])

  const change = (changed: Mapping) => {
    setMapping(changed)
    // What was said of another mapping is true no longer.
    trial.reset()
    real.reset()
  }

  return (
    <>
      {!real.data && (
        <section class="card panel">
          <h2 ref={heading} tabIndex={-1}>
            {words.mapping.title}
          </h2>
          <p class="soft numbers">{words.mapping.rows(file.name, preview.rows)}</p>
          <fieldset disabled={isBusy}>
            <ColumnMapping kind={kind} columns={preview.columns} mapping={mapping} onChange={change} />
          </fieldset>
          <p class="field-error" role="status">
            {fault}
          </p>
          {trial.isError && <ProblemNotice error={trial.error} />}
          <div>
            <button
              type="button"
              class="button"
              data-look={trial.data ? undefined : 'main'}
              disabled={fault !== null}
              aria-disabled={isBusy}
              onClick={() => {
                if (!isBusy) trial.mutate({ ...given, dryRun: true })
              }}
            >
              {trial.isPending ? words.mapping.trying : words.mapping.dryRun}
            </button>
          </div>
        </section>
      )}
      {trial.data && !real.data && (
        <ImportOutcome report={trial.data}>
          <Start
            rows={trial.data.added + trial.data.changed}
            isRunning={real.isPending}
            onStart={() => real.mutate({ ...given, dryRun: false })}
          />
          {real.isError && (
            <>
              <ProblemNotice error={real.error} />
              <p>{words.report.failed}</p>
            </>
          )}
        </ImportOutcome>
      )}
      {real.data && <ImportOutcome report={real.data} />}
    </>
  )
}

function Start({ rows, isRunning, onStart }: { rows: number; isRunning: boolean; onStart: () => void }) {
  if (rows === 0) return <p>{words.report.nothing}</p>
  return (
    <div class="settings-actions">
      <button
        type="button"
        class="button"
        data-look="main"
        aria-disabled={isRunning}
        onClick={() => {
          if (!isRunning) onStart()
        }}
      >
        {words.report.import(rows)}
      </button>
      <p class="soft small" role="status">
        {isRunning ? words.report.importing(rows) : words.report.noUndo}
      </p>
      {isRunning && <progress class="import-progress" aria-label={words.report.importing(rows)} />}
    </div>
  )
}
