import type { Member, Workspace } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type KeptWork, useKept } from '../../kept-work.ts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSettled } from '../segments/use-settled.ts'
import { articleAddress } from './article-addresses.ts'
import { articleThing, type Given } from './article-draft.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { DetailsPart } from './details-part.tsx'
import { EditorHead } from './editor-head.tsx'
import { FaultList } from './fault-list.tsx'
import { faultOf, faultsOf } from './field-faults.ts'
import { lineAt } from './markdown-edits.ts'
import { MarkdownField } from './markdown-field.tsx'
import { mayWriteArticles } from './may-write.ts'
import { PreviewPane } from './preview-pane.tsx'
import { TitleFields } from './title-fields.tsx'
import { goTo } from './type-into.ts'
import { useArticleDraft } from './use-article-draft.ts'
import { useArticlePreview } from './use-articles.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { usePublishing } from './use-publishing.ts'

const words = text.articles.editor

type Props = { given: Given; workspace: Workspace; member: Member }

/** Opens once it is known what of the member's words the server does not have yet. */
export function Editor({ given, workspace, member }: Props) {
  const mayWrite = mayWriteArticles(member)
  const kept = useKept(member.id, 'article' in given ? articleThing(given.article.id) : given.name, mayWrite)
  return kept && <OpenEditor given={given} workspace={workspace} mayWrite={mayWrite} kept={kept} />
}

type OpenProps = { given: Given; workspace: Workspace; mayWrite: boolean; kept: KeptWork }

/** The words on the one side, the article as readers will see it on the other. */
function OpenEditor({ given, workspace, mayWrite, kept }: OpenProps) {
  const { draft, article, content, saving, error } = useArticleDraft(given, kept)
  const [said, setSaid] = useState('')
  const [view, setView] = useState<View>('write')
  const source = useRef<HTMLTextAreaElement>(null)
  const pane = useRef<HTMLElement>(null)
  const publishing = usePublishing(draft, setSaid)
  const preview = useArticlePreview(content.locale, useSettled(content.body), mayWrite)
  const faults = saving === 'refused' ? faultsOf(error) : []
  const { id, state } = article ?? { id: null, state: null }

  useEditorKeys(mayWrite, { save: publishing.save, publish: publishing.publish })
  useEffect(() => {
    // The page goes on as it is, the text under the hand among it; a reload opens the article.
    if (id !== null && location.pathname !== articleAddress(id))
      history.replaceState(history.state, '', articleAddress(id))
  }, [id])
  // What was said of one state is no longer so in the next edit.
  useEffect(() => {
    if (saving === 'changed') setSaid('')
  }, [saving])

  const linkFaults = preview.data?.linkFaults ?? article?.linkFaults ?? []
  const goToLine = (line: number) => {
    setView('write')
    // Once the field is there to be gone to.
    requestAnimationFrame(() => source.current && goTo(source.current, lineAt(content.body, line)))
  }
  return (
    <div class="article-editor" data-view={view}>
      <EditorHead
        draft={draft}
        article={article}
        content={content}
        saving={saving}
        publishing={publishing}
        workspace={workspace}
        mayWrite={mayWrite}
        onSaid={setSaid}
      />
      <div class="article-said" aria-live="polite">
        {said && <p>{said}</p>}
      </div>
      {!mayWrite && <p class="soft">{words.readOnly}</p>}
      {saving === 'conflict' && article && (
        <ConflictNotice draft={draft} article={article} content={content} workspace={workspace} onSaid={setSaid} />
      )}
      {saving === 'refused' && faults.length === 0 && error !== null && publishing.error === null && (
        <ProblemNotice error={error} />
      )}
      <DetailsPart
        draft={draft}
        article={article}
        content={content}
        workspace={workspace}
        mayWrite={mayWrite}
        faults={faults}
      />
      <Views view={view} onView={setView} />
      <div class="article-panes">
        <div class="article-write">
          <TitleFields draft={draft} content={content} isNew={state === null} mayWrite={mayWrite} faults={faults} />
          <MarkdownField
            field={source}
            locale={content.locale}
            body={content.body}
            mayWrite={mayWrite}
            onBody={(body) => draft.edit({ body })}
            onSaid={setSaid}
            onScroll={() => source.current && pane.current && scrollAlong(source.current, pane.current)}
            faults={linkFaults}
            onFault={goToLine}
          />
          {faultOf(faults, 'body') && <p class="field-error">{faultOf(faults, 'body')}</p>}
          <FaultList faults={linkFaults} onGo={goToLine} />
        </div>
        <PreviewPane content={content} preview={preview.data} error={preview.error} pane={pane} />
      </div>
    </div>
  )
}

/** The preview shows about what the source shows. */
function scrollAlong(source: HTMLElement, pane: HTMLElement): void {
  const room = source.scrollHeight - source.clientHeight
  if (room > 0) pane.scrollTop = (source.scrollTop / room) * (pane.scrollHeight - pane.clientHeight)
}

type View = 'write' | 'preview'

/** On a narrow screen one of the two shows. */
const Views = ({ view, onView }: { view: View; onView: (view: View) => void }) => (
  <fieldset class="article-views">
    <legend class="visually-hidden">{words.views.label}</legend>
    <div class="segmented">
      {(['write', 'preview'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="article-view" checked={view === each} onChange={() => onView(each)} />
          {words.views[each]}
        </label>
      ))}
    </div>
  </fieldset>
)
