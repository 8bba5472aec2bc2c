import type { ArticleDetail } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { articleAddress, articlesAddress } from './article-addresses.ts'
import type { ArticleDraft } from './article-draft.ts'
import { languageName } from './languages.ts'
import { useArticleRemoval } from './use-articles.ts'

const words = text.articles.editor.remove

type Props = { draft: ArticleDraft; article: ArticleDetail; onClose: () => void }

/** Asks before an article goes, and names what goes with it. What somebody else wrote meanwhile is shown beside it first. */
export function DeleteArticle({ draft, article, onClose }: Props) {
  const removal = useArticleRemoval(draft)
  const { route } = useLocation()
  const { link } = useSegment()
  const { title, locale, versions, redirects, verdicts, address } = article
  const said = verdicts.helped + verdicts.notHelped
  const remove = async () => {
    await removal.mutateAsync()
    const [other] = versions
    route(link(other ? articleAddress(other.articleId) : articlesAddress), true)
  }
  return (
    <Confirm
      title={words.title(title)}
      confirm={words.confirm}
      cancel={words.cancel}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => void remove().catch(() => draft.state().saving === 'conflict' && onClose())}
      onClose={onClose}
    >
      <p>{words.body(languageName(locale))}</p>
      <ul class="deeds">
        {address && <li>{words.page(address)}</li>}
        {said > 0 && <li>{words.verdicts(said)}</li>}
        {versions.length === 0 && redirects.length > 0 && (
          <li>{words.redirects(redirects.map((slug) => `/${slug}`).join(', '))}</li>
        )}
        {versions.length > 0 && <li>{words.others(versions.map((each) => languageName(each.locale)).join(', '))}</li>}
      </ul>
      {article.state === 'published' && <p class="soft small">{words.instead}</p>}
    </Confirm>
  )
}
