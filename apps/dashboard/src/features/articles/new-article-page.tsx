import type { Member, Workspace } from '@heed/contracts'
import { longestArticleBody, longestArticleTitle } from '@heed/contracts/article-limits'
import { newId } from '@heed/contracts/new-id'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { Skeleton } from '../../ui/loaded.tsx'
import { useWorkspace } from '../settings/use-workspace.ts'
import type { Given } from './article-draft.ts'
import { emptyContent } from './content.ts'
import { Editor } from './editor.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { mayWriteArticles } from './may-write.ts'

type Props = { workspace: Workspace; member: Member }

/** Begins an article, with a title, text and language out of the address where it names them. */
export function NewArticlePage({ workspace, member }: Props) {
  const { url } = useLocation()
  const settings = useWorkspace()
  if (!mayWriteArticles(member)) return <NotFoundPage />
  return (
    <EditorFrame>
      {settings.isPending ? (
        <Skeleton height={640} />
      ) : (
        <Beginning
          key={url}
          url={url}
          locale={settings.data?.defaultLocale ?? 'en'}
          workspace={workspace}
          member={member}
        />
      )}
    </EditorFrame>
  )
}

function Beginning({ url, locale, workspace, member }: Props & { url: string; locale: string }) {
  const [given] = useState(() => givenBy(url, locale))
  return <Editor given={given} workspace={workspace} member={member} />
}

function givenBy(url: string, workspaceLocale: string): Given {
  const query = new URL(url, location.origin).searchParams
  const [title, body, locale] = ['title', 'body', 'locale'].map((name) => query.get(name)?.trim() ?? '')
  const content = emptyContent({
    title: title?.slice(0, longestArticleTitle) ?? '',
    body: body?.slice(0, longestArticleBody) ?? '',
    locale: locale && isLanguage(locale) ? locale : workspaceLocale,
  })
  // What was begun from one place must not come up in another.
  const name = ['new', title, body?.slice(0, 200), locale].join(' ').trim()
  return { id: newId('article'), content, name }
}

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}
