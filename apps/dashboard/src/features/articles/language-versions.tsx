import type { ArticleContent, ArticleDetail } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { articleAddress } from './article-addresses.ts'
import type { ArticleDraft } from './article-draft.ts'
import { languageName, offeredLanguages } from './languages.ts'
import { useArticleCreation } from './use-articles.ts'

const words = text.articles.editor.languages

type Props = { draft: ArticleDraft; article: ArticleDetail | null; content: ArticleContent; mayWrite: boolean }

/** In which language one writes. Each is an article of its own, under one address. */
export function LanguageVersions({ draft, article, content, mayWrite }: Props) {
  const { link } = useSegment()
  if (article === null) return <FirstLanguage draft={draft} content={content} />
  const all = [{ articleId: article.id, locale: article.locale, state: article.state }, ...article.versions].sort(
    (a, b) => a.locale.localeCompare(b.locale),
  )
  return (
    <div class="article-versions">
      <nav class="segmented" aria-label={words.label}>
        {all.map(({ articleId, locale, state }) => (
          <a
            key={articleId}
            href={link(articleAddress(articleId))}
            aria-current={articleId === article.id ? 'true' : undefined}
          >
            {languageName(locale)}
            {/* Of the one at hand its tag says so. */}
            {state === 'draft' && articleId !== article.id && <span class="soft small">{words.draft}</span>}
          </a>
        ))}
      </nav>
      {mayWrite && <AnotherLanguage draft={draft} taken={all.map(({ locale }) => locale)} />}
    </div>
  )
}

function FirstLanguage({ draft, content }: Pick<Props, 'draft' | 'content'>) {
  const offered = offeredLanguages()
  return (
    <label class="article-first-language">
      <span class="small">{words.choose}</span>
      <select
        class="select"
        value={content.locale}
        onChange={(event) => draft.edit({ locale: event.currentTarget.value })}
      >
        {(offered.includes(content.locale) ? offered : [content.locale, ...offered]).map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Begins with the words of this language, to be written anew in the other. */
function AnotherLanguage({ draft, taken }: { draft: ArticleDraft; taken: string[] }) {
  const creation = useArticleCreation()
  const { route } = useLocation()
  const { link } = useSegment()
  const add = async (locale: string) => {
    if (creation.isPending || locale === '') return
    const { content, article } = draft.state()
    // Its address is the one that the server holds: an unsaved one is no place yet.
    const slug = article?.slug ?? content.slug
    const created = await creation.mutateAsync({ ...content, slug, locale, articleId: newId('article') })
    route(link(articleAddress(created.id)))
  }
  return (
    <>
      <select
        class="select"
        aria-label={words.add}
        value=""
        aria-disabled={creation.isPending}
        onChange={(event) => {
          void add(event.currentTarget.value).catch(() => undefined)
          event.currentTarget.value = ''
        }}
      >
        <option value="">{creation.isPending ? words.adding : words.add}</option>
        {offeredLanguages(taken).map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
      {creation.isError && <ProblemNotice error={creation.error} />}
    </>
  )
}
