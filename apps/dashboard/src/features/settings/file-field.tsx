import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { decodeFile } from './decode-file.ts'

const words = text.settings.import.file

/** As the server takes them, in bytes. */
const most = 10_000_000
const limit = '10 MB'

export type CsvText = { name: string; csv: string }
type Props = { onFile: (file: CsvText) => void; isReading: boolean }

/** A file that is chosen or dropped, or rows that are pasted. */
export function FileField({ onFile, isReading }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const [pastes, setPastes] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const take = async (file: File | undefined) => {
    setFault(null)
    if (!file) return
    if (file.size > most) return setFault(words.tooLarge(limit))
    try {
      const csv = decodeFile(new Uint8Array(await file.arrayBuffer()))
      if (csv.trim() === '') return setFault(words.empty)
      onFile({ name: file.name, csv })
    } catch {
      setFault(words.unreadable)
    }
  }

  return (
    <div class="import-file">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button does the same */}
      <div
        class="drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer?.files[0])
        }}
      >
        <button
          type="button"
          class="button"
          aria-describedby={`${id}-limit`}
          aria-disabled={isReading}
          onClick={() => {
            if (!isReading) input.current?.click()
          }}
        >
          {isReading ? words.reading : words.choose}
        </button>
        <span class="soft">{words.drop}</span>
        <span class="soft small drop-limit" id={`${id}-limit`}>
          {words.limit(limit)}
        </span>
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={words.label}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = '' // the same file again, mended, is a change too
            void take(file)
          }}
        />
      </div>
      {fault && (
        <p class="field-error" role="alert">
          {fault}
        </p>
      )}
      {pastes ? (
        <PasteField onFile={onFile} isReading={isReading} />
      ) : (
        <div>
          <button type="button" class="button" data-look="quiet" onClick={() => setPastes(true)}>
            {words.paste}
          </button>
        </div>
      )}
    </div>
  )
}

function PasteField({ onFile, isReading }: Props) {
  const [csv, setCsv] = useState('')
  return (
    <form
      class="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReading && csv.trim() !== '') onFile({ name: words.pastedName, csv })
      }}
    >
      <label class="field settings-wide">
        <span>{words.pasted}</span>
        <textarea
          class="input code"
          rows={6}
          spellcheck={false}
          maxLength={most}
          value={csv}
          onInput={(event) => setCsv(event.currentTarget.value)}
        />
      </label>
      <div>
        <button type="submit" class="button" aria-disabled={isReading || csv.trim() === ''}>
          {words.read}
        </button>
      </div>
    </form>
  )
}
