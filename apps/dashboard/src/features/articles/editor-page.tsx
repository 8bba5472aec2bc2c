import type { ArticleDetail, Member, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Editor } from './editor.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { useArticle } from './use-articles.ts'

const words = text.articles.editor

type Props = { id: string; workspace: Workspace; member: Member }

/** One language of an article, as it is written. */
export function EditorPage({ id, workspace, member }: Props) {
  const query = useArticle(id)
  return (
    <EditorFrame>
      {query.data === undefined && (
        <PageHeading title={words.heading}>
          <span class={query.error ? undefined : 'visually-hidden'}>{words.heading}</span>
        </PageHeading>
      )}
      <Loaded<ArticleDetail> query={query} skeleton={<Skeleton height={640} />}>
        {(article) => <Editor key={article.id} given={{ article }} workspace={workspace} member={member} />}
      </Loaded>
    </EditorFrame>
  )
}
