import type { ArticleImportFormat } from '@heed/contracts'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatBytes } from '../tickets/file-size.ts'

const words = text.articles.importing.file

/** As the server takes them, in bytes. */
const most = 50_000_000
const limit = '50 MB'

type Props = { file: File | null; format: ArticleImportFormat; onFile: (file: File) => void }

/** A file that is chosen or dropped. */
export function ImportFileField({ file, format, onFile }: Props) {
  const [isTooLarge, setTooLarge] = useState(false)
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    setTooLarge(chosen.size > most)
    if (chosen.size <= most) onFile(chosen)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button does the same */}
      <div
        class="article-import-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer?.files[0])
        }}
      >
        <button type="button" class="button" aria-describedby={id} onClick={() => input.current?.click()}>
          {words.choose}
        </button>
        <span class="soft">{words.drop}</span>
        <span class="small" id={id}>
          {file ? (
            <bdi>{words.chosen(file.name, formatBytes(file.size))}</bdi>
          ) : (
            <span class="soft">{words.limit(limit)}</span>
          )}
        </span>
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={words.label}
          accept={format === 'markdown' ? '.zip,application/zip' : '.json,application/json,.zip'}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = '' // the same file again, mended, is a change too
            take(chosen)
          }}
        />
      </div>
      {isTooLarge && (
        <p class="field-error" role="alert">
          {words.tooLarge(limit)}
        </p>
      )}
    </>
  )
}
