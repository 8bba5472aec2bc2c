import type { ArticleContent, ArticleDetail, ArticleRevision, Workspace } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import type { ArticleDraft } from './article-draft.ts'
import { ContentDifferences } from './content-differences.tsx'
import { useRestoring, useRevisions } from './use-articles.ts'

const words = text.articles.editor.history

type Props = {
  draft: ArticleDraft
  article: ArticleDetail
  /** What is on the screen. */
  content: ArticleContent
  workspace: Workspace
  mayWrite: boolean
  /** A published article has changes that are not published. */
  isUnsaved: boolean
  onRestored: (revision: number) => void
  onClose: () => void
}

/** What an article held after each change, what each changed, and the way back. */
export function HistoryDialog(props: Props) {
  const query = useRevisions(props.article.id)
  return (
    <Modal title={words.title} onClose={props.onClose}>
      <div class="article-history">
        <Loaded query={query} skeleton={<Skeleton height={360} />}>
          {({ items }) => <Revisions items={items} {...props} />}
        </Loaded>
      </div>
    </Modal>
  )
}

function Revisions({ items, ...props }: Props & { items: ArticleRevision[] }) {
  const [chosen, setChosen] = useState(items[0]?.revision)
  const at = Math.max(
    0,
    items.findIndex(({ revision }) => revision === chosen),
  )
  const revision = items[at]
  return (
    <div class="article-history-panes">
      <fieldset class="article-revisions">
        <legend class="visually-hidden">{words.list}</legend>
        {items.map((each, place) => (
          <label key={each.revision}>
            <input
              type="radio"
              name="article-revision"
              class="visually-hidden"
              checked={each.revision === revision?.revision}
              onChange={() => setChosen(each.revision)}
            />
            <strong>{words.revision(each.revision)}</strong>
            {place === 0 && <span class="tag">{words.now}</span>}
            <span class="soft small">
              {words.reasons[each.reason]} {each.memberName !== null && words.by(each.memberName)}{' '}
              <RelativeTime at={each.createdAt} />
            </span>
          </label>
        ))}
      </fieldset>
      {revision && <Chosen revision={revision} before={items[at + 1]} isNewest={at === 0} {...props} />}
    </div>
  )
}

type ChosenProps = Props & { revision: ArticleRevision; before: ArticleRevision | undefined; isNewest: boolean }

function Chosen(props: ChosenProps) {
  const { draft, content, workspace, mayWrite, isUnsaved, revision, before, isNewest, onRestored, onClose } = props
  const restoring = useRestoring(draft)
  const [isWithNow, setWithNow] = useState(false)
  const restore = async () => {
    if (restoring.isPending || isUnsaved) return
    await restoring.mutateAsync(revision.revision)
    onRestored(revision.revision)
  }
  return (
    <div class="article-revision">
      <fieldset>
        <legend class="visually-hidden">{words.compare}</legend>
        <div class="segmented">
          {[false, true].map((each) => (
            <label key={`${each}`}>
              <input
                type="radio"
                name="article-compare"
                checked={isWithNow === each}
                onChange={() => setWithNow(each)}
              />
              {each ? words.withNow : words.before}
            </label>
          ))}
        </div>
      </fieldset>
      {isWithNow ? (
        <ContentDifferences before={revision.content} after={content} workspace={workspace} />
      ) : before ? (
        <ContentDifferences before={before.content} after={revision.content} workspace={workspace} />
      ) : (
        <p class="soft">{words.first}</p>
      )}
      {mayWrite && !isNewest && (
        <div class="article-acts">
          <button
            type="button"
            class="button"
            aria-disabled={restoring.isPending || isUnsaved}
            // What somebody else wrote must be decided on the page.
            onClick={() => void restore().catch(() => draft.state().saving === 'conflict' && onClose())}
          >
            {restoring.isPending ? words.restoring : words.restore}
          </button>
          {isUnsaved && <p class="soft small">{words.unsaved}</p>}
        </div>
      )}
      {restoring.isError && <ProblemNotice error={restoring.error} />}
    </div>
  )
}
