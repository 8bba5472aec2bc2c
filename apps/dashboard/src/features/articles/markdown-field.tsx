import type { LinkFault } from '@heed/contracts'
import { longestArticleBody } from '@heed/contracts/article-limits'
import { TriangleAlert } from 'lucide-preact'
import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { directionOf } from './languages.ts'
import { LinkDialog } from './link-dialog.tsx'
import { editOf, enterEdit, linkEdit } from './markdown-edits.ts'
import { type ToolAct, Toolbar, toolOf } from './toolbar.tsx'
import { selectedIn, typeInto } from './type-into.ts'
import { acceptedImages, imagesIn, useImageUpload } from './use-image-upload.ts'

const words = text.articles.editor

type Props = {
  field: RefObject<HTMLTextAreaElement>
  locale: string
  body: string
  onBody: (body: string) => void
  onSaid: (said: string) => void
  onScroll: () => void
  faults: LinkFault[]
  /** Goes to the line of a fault. */
  onFault: (line: number) => void
  mayWrite: boolean
}

/** The text in Markdown, with marks by button and key, and pictures by paste and drop. The browser's own undo takes all back. */
export function MarkdownField(props: Props) {
  const { field, locale, body, onBody, onSaid, onScroll, faults, onFault, mayWrite } = props
  const [isLinking, setLinking] = useState(false)
  const [isOver, setOver] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const id = useId()
  const images = useImageUpload((name) => onSaid(words.said.image(name)))

  const [first] = faults

  const act = (what: ToolAct) => {
    const { current } = field
    if (!current) return
    if (what === 'link') return setLinking(true)
    if (what === 'image') return file.current?.click()
    typeInto(current, editOf(what, selectedIn(current), words.stopgaps))
  }
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    if (event.isComposing || !mayWrite) return
    const tool = toolOf(event)
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    const edit = isEnter ? enterEdit(selectedIn(event.currentTarget)) : null
    if (tool === undefined && edit === null) return
    event.preventDefault()
    if (edit) typeInto(event.currentTarget, edit)
    else if (tool) act(tool)
  }
  const takeImages = (event: Event, transfer: DataTransfer | null) => {
    const files = imagesIn(transfer)
    if (files.length === 0 || !mayWrite || !field.current) return
    event.preventDefault()
    void images.take(field.current, files)
  }

  return (
    <div class="article-markdown" data-over={isOver}>
      {mayWrite && (
        <div class="article-bar">
          <Toolbar onAct={act} />
          {first && (
            <button type="button" class="article-bar-faults" onClick={() => onFault(first.line)}>
              <TriangleAlert size={14} aria-hidden="true" />
              {words.faults.title(faults.length)}
            </button>
          )}
        </div>
      )}
      <textarea
        ref={field}
        class="article-source"
        aria-label={words.body}
        aria-describedby={mayWrite ? id : undefined}
        lang={locale}
        dir={directionOf(locale)}
        maxLength={longestArticleBody}
        readOnly={!mayWrite}
        value={body}
        onInput={(event) => onBody(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        onPaste={(event) => takeImages(event, event.clipboardData)}
        onDragOver={(event) => {
          if (mayWrite && event.dataTransfer?.types.includes('Files')) {
            event.preventDefault()
            setOver(true)
          }
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          takeImages(event, event.dataTransfer)
        }}
      />
      {mayWrite && (
        <p class="soft small article-keys" id={id}>
          {words.toolbar.keysHint}
        </p>
      )}
      {isOver && <p class="article-drop">{words.image.drop}</p>}
      <p class="soft small article-uploads" role="status">
        {images.pending > 0 && words.image.status(images.pending)}
      </p>
      {images.fault !== null && (
        <p class="field-error" role="alert">
          {images.fault}
        </p>
      )}
      <input
        ref={file}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={words.image.choose}
        accept={acceptedImages}
        multiple
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = '' // the same picture again is a picture too
          if (field.current) void images.take(field.current, chosen)
        }}
      />
      {isLinking && (
        <LinkDialog
          locale={locale}
          onClose={() => {
            setLinking(false)
            field.current?.focus()
          }}
          onPick={(address, title) => {
            setLinking(false)
            // Once the dialog is gone, which gives the focus back.
            queueMicrotask(() => {
              if (field.current) typeInto(field.current, linkEdit(selectedIn(field.current), address, title))
            })
          }}
        />
      )}
    </div>
  )
}
