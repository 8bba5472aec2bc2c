import { useQueryClient } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import type { KeptWork } from '../../kept-work.ts'
import { runMutation } from '../../query-client.ts'
import { useSignedInAt } from '../sign-in/use-session.ts'
import { type Given, openArticle } from './article-draft.ts'
import { articleKey, changeArticle, createArticle, listKey, readArticle } from './use-articles.ts'

/** An article while it is written, for as long as the page is open. @param given as it was read last */
export function useArticleDraft(given: Given, kept: KeptWork) {
  const client = useQueryClient()
  const [draft] = useState(() =>
    openArticle(
      given,
      {
        read: (id) => readArticle(id),
        create: async (article) => {
          const created = await runMutation(client, () => createArticle(article))
          client.setQueryData(articleKey(created.id), created)
          return created
        },
        change: async (id, change) => {
          const changed = await runMutation(client, () => changeArticle(id, change))
          client.setQueryData(articleKey(id), changed)
          return changed
        },
      },
      kept,
    ),
  )
  const [state, setState] = useState(draft.state)

  useEffect(() => {
    const stop = draft.subscribe(() => setState(draft.state()))
    // What was written before this ran.
    setState(draft.state())
    const again = () => {
      if (draft.state().saving === 'waiting') void draft.flush().catch(() => undefined)
    }
    addEventListener('online', again)
    return () => {
      stop()
      removeEventListener('online', again)
      draft.close()
      const refresh = () => void client.invalidateQueries({ queryKey: listKey })
      const { saving, article, content } = draft.state()
      // Whoever leaves the page within the app need not wait for the typing to rest.
      const isWaiting = saving === 'changed' || saving === 'waiting'
      if (isWaiting && article?.state !== 'published' && content.title.trim() !== '')
        void draft.flush().then(refresh, () => undefined)
      else refresh()
    }
  }, [draft, client])
  const article = 'article' in given ? given.article : null
  useEffect(() => {
    if (article) draft.adopt(article)
  }, [draft, article])

  const signedInAt = useSignedInAt()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has signed in again goes on
  useEffect(() => draft.settle(), [draft, signedInAt])

  return { draft, ...state }
}
