import type { ArticleDetail } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { articleAddress, articlesAddress } from './article-addresses.ts'
import { languageName } from './languages.ts'
import { useArticleRemoval } from './use-articles.ts'

const words = text.articles.editor.remove

/** Asks before an article goes, and names what goes with it. */
export function DeleteArticle({ article, onClose }: { article: ArticleDetail; onClose: () => void }) {
  const removal = useArticleRemoval(article.id)
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
      onConfirm={() => void remove().catch(() => undefined)}
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
