import { useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import type { ArticleDraft } from './article-draft.ts'
import { usePublication } from './use-articles.ts'

const words = text.articles.editor.said

/** Whether a failed save has a place of its own to be said at: a field, or the notice of a conflict. */
const isSaidElsewhere = (error: unknown) =>
  error instanceof ApiProblem && (error.fields.length > 0 || error.code === 'article_changed')

/** Publishing, taking back, and saving by hand. What was just written is stored first. */
export function usePublishing(draft: ArticleDraft, onSaid: (said: string) => void) {
  const publication = usePublication(draft)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isBusy = useRef(false)

  const once = async (act: () => Promise<string | null>) => {
    if (isBusy.current) return
    isBusy.current = true
    setPending(true)
    setError(null)
    try {
      const said = await act()
      if (said !== null) onSaid(said)
    } catch (problem) {
      if (!isSaidElsewhere(problem)) setError(problem)
      throw problem
    } finally {
      isBusy.current = false
      setPending(false)
    }
  }

  return {
    isPending,
    error,
    /** A draft becomes public; of a published article the changes do. */
    publish: () =>
      once(async () => {
        const { article: before, content, saving } = draft.state()
        if (content.title.trim() === '' || saving === 'conflict') return null
        if (before?.state === 'published' && saving === 'saved') return null
        if (before?.state === 'published') {
          await draft.flush(true)
          return words.changed
        }
        const published = await publication.mutateAsync(true)
        return published.audience === null ? words.published : words.publishedFor
      }),
    withdraw: () =>
      once(async () => {
        draft.adopt(await publication.mutateAsync(false))
        return words.withdrawn
      }),
    /** Stores a draft at once, as a revision of its own. What is published changes by publishing alone. */
    save: async () => {
      const { article, content } = draft.state()
      if (content.title.trim() !== '' && article?.state !== 'published') await draft.flush(true)
    },
  }
}

export type Publishing = ReturnType<typeof usePublishing>
