import type { ArticleContent, ArticleDetail, Workspace } from '@heed/contracts'
import { Ellipsis, ExternalLink, History } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useDisclosure } from '../../ui/use-disclosure.ts'
import type { ArticleDraft, Saving } from './article-draft.ts'
import { DeleteArticle } from './delete-article.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { LanguageVersions } from './language-versions.tsx'
import { StateTag } from './state-tag.tsx'
import type { Publishing } from './use-publishing.ts'

const words = text.articles.editor

type Props = {
  draft: ArticleDraft
  article: ArticleDetail | null
  content: ArticleContent
  saving: Saving
  publishing: Publishing
  workspace: Workspace
  mayWrite: boolean
  onSaid: (said: string) => void
}

/** State, whether all is saved, and what can be done with the article as a whole; stays in sight. */
export function EditorHead({ draft, article, content, saving, publishing, workspace, mayWrite, onSaid }: Props) {
  const [open, setOpen] = useState<'history' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const isPublished = article?.state === 'published'
  const isUnsaved = saving !== 'saved' && saving !== 'saving'
  const title = content.title.trim() || (article ? words.heading : words.untitled)
  const hasMain = mayWrite && (!isPublished || isUnsaved || publishing.isPending)
  return (
    <header class="work-head">
      <PageHeading title={title}>
        <span class="visually-hidden">{title}</span>
      </PageHeading>
      <LanguageVersions draft={draft} article={article} content={content} mayWrite={mayWrite} />
      {article && <StateTag state={article.state} />}
      {mayWrite && <SavingWords saving={saving} article={article} content={content} />}
      <div class="work-head-acts">
        {article?.address && (
          <a class="button" data-look="quiet" href={article.address} target="_blank" rel="noopener noreferrer">
            <ExternalLink size={16} aria-hidden="true" />
            {words.acts.open}
            <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
          </a>
        )}
        {article && (
          <button type="button" class="button" data-look="quiet" onClick={() => setOpen('history')}>
            <History size={16} aria-hidden="true" />
            {words.acts.history}
          </button>
        )}
        {article && mayWrite && (
          <More
            isPublished={isPublished}
            onWithdraw={() => void publishing.withdraw().catch(() => undefined)}
            onRemove={() => setOpen('remove')}
          />
        )}
        {isPublished && mayWrite && isUnsaved && saving !== 'conflict' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              draft.takeTheirs()
              onSaid(words.said.discarded)
            }}
          >
            {words.acts.discard}
          </button>
        )}
        {hasMain && (
          <button
            type="button"
            class="button"
            data-look="main"
            aria-keyshortcuts="Control+Enter"
            aria-disabled={publishing.isPending || saving === 'conflict' || content.title.trim() === ''}
            onClick={() => void publishing.publish().catch(() => undefined)}
          >
            {publishing.isPending
              ? words.acts.publishing
              : isPublished
                ? words.acts.publishChanges
                : words.acts.publish}
          </button>
        )}
      </div>
      {publishing.error !== null && <ProblemNotice error={publishing.error} />}
      {open === 'history' && article && (
        <HistoryDialog
          draft={draft}
          article={article}
          content={content}
          workspace={workspace}
          mayWrite={mayWrite}
          isUnsaved={isPublished && isUnsaved}
          onClose={close}
          onRestored={(revision) => {
            onSaid(words.said.restored(revision))
            close()
          }}
        />
      )}
      {open === 'remove' && article && <DeleteArticle draft={draft} article={article} onClose={close} />}
    </header>
  )
}

type SavingProps = Pick<Props, 'saving' | 'article' | 'content'>

/** A draft saves itself; of a published article it is said that changes wait. */
function SavingWords({ saving, article, content }: SavingProps) {
  const isUntitled = article === null && content.title.trim() === ''
  const isUnpublished = saving === 'changed' && article?.state === 'published'
  const said = isUntitled ? words.saving.untitled : isUnpublished ? words.saving.unpublished : words.saving[saving]
  return (
    <p class="soft small work-saving" role="status" data-saving={isUntitled ? 'changed' : saving}>
      {said}
    </p>
  )
}

type MoreProps = { isPublished: boolean; onWithdraw: () => void; onRemove: () => void }

function More({ isPublished, onWithdraw, onRemove }: MoreProps) {
  const { isOpen, setOpen, close, place, button, walked } = useDisclosure()
  const id = useId()
  const act = (what: () => void) => {
    close()
    what()
  }
  return (
    <div class="article-menu" ref={place} {...walked}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={words.acts.more}
        title={words.acts.more}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <div class="article-menu-panel card" id={id}>
          {isPublished && (
            <button type="button" class="button" data-look="quiet" data-stop onClick={() => act(onWithdraw)}>
              {words.acts.withdraw}
            </button>
          )}
          <button type="button" class="button" data-look="quiet" data-stop onClick={() => act(onRemove)}>
            {words.acts.remove}
          </button>
        </div>
      )}
    </div>
  )
}
