import type { ArticleContent, ArticleDetail, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import type { ArticleDraft } from './article-draft.ts'
import { contentOf } from './content.ts'
import { ContentDifferences } from './content-differences.tsx'

const words = text.articles.editor

type Props = {
  draft: ArticleDraft
  article: ArticleDetail
  content: ArticleContent
  workspace: Workspace
  onSaid: (said: string) => void
}

/** Somebody else was first: nothing is thrown away before the member says which of the two counts. */
export function ConflictNotice({ draft, article, content, workspace, onSaid }: Props) {
  return (
    <section class="card panel article-conflict" role="alert">
      <strong>{words.conflict.title}</strong>
      <p>{words.conflict.body}</p>
      <details>
        <summary>{words.conflict.differences}</summary>
        <ContentDifferences before={contentOf(article)} after={content} workspace={workspace} />
      </details>
      <div class="article-acts">
        <button
          type="button"
          class="button"
          onClick={() => {
            onSaid(words.said.kept)
            void draft.keepMine().catch(() => undefined)
          }}
        >
          {words.conflict.mine}
        </button>
        <button type="button" class="button" onClick={draft.takeTheirs}>
          {words.conflict.theirs}
        </button>
      </div>
    </section>
  )
}
