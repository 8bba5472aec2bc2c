import type { ImportKind } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type CsvText, FileField } from './file-field.tsx'
import { ImportFile } from './import-file.tsx'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'
import { usePreview } from './use-import.ts'
import './import.css'

const words = text.settings.import
const kinds: ImportKind[] = ['people', 'accounts']

/** Brings customers in from a file: choose, say what the columns are, try, import. */
export function ImportPage({ mayChange }: SectionProps) {
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      {mayChange && <Import />}
    </>
  )
}

function Import() {
  const [kind, setKind] = useState<ImportKind>('people')
  const [file, setFile] = useState<CsvText | null>(null)
  const preview = usePreview()

  const read = (of: ImportKind, given: CsvText) => {
    setFile(given)
    preview.mutate({ kind: of, csv: given.csv })
  }
  const forget = () => {
    setFile(null)
    preview.reset()
  }

  return (
    <div class="settings-cards">
      <section class="card panel">
        <fieldset class="choices">
          <legend>
            <h2>{words.kind}</h2>
          </legend>
          {kinds.map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name="import-kind"
                checked={kind === each}
                onChange={() => {
                  setKind(each)
                  if (file) read(each, file)
                }}
              />
              <span>
                {words.kinds[each]}
                <span class="soft small choice-hint">{words.kindHints[each]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {/* Kept while a file is read, so that pasted rows are still there if it fails. */}
        <div hidden={preview.data !== undefined}>
          <FileField onFile={(given) => read(kind, given)} isReading={preview.isPending} />
        </div>
        {preview.isError && <ProblemNotice error={preview.error} {...(file && { onRetry: () => read(kind, file) })} />}
        {preview.data && (
          <div>
            <button type="button" class="button" onClick={forget}>
              {words.file.another}
            </button>
          </div>
        )}
      </section>
      {file && preview.data && (
        <ImportFile
          // Keyed: another file, or the same one as another kind, begins anew.
          key={`${kind} ${preview.submittedAt}`}
          kind={kind}
          file={file}
          preview={preview.data}
        />
      )}
    </div>
  )
}
