import type { Member } from '@heed/contracts'
import { ExternalLink, Plus, Upload } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { articleImportAddress, newArticleAddress } from './article-addresses.ts'
import { ArticleFilters, filterNames } from './article-filters.tsx'
import './articles.css'
import { ArticlesTable } from './articles-table.tsx'
import { mayImportArticles, mayWriteArticles } from './may-write.ts'
import { useArticles, useHelpCentre } from './use-articles.ts'

const words = text.articles

/** All articles with their languages, state, and what readers said of them. */
export function ArticlesPage({ member }: { member: Member }) {
  const { filter, filtered } = useSegment()
  const pairs = filterNames.flatMap((name): [string, string][] => {
    const value = filter(name)
    return value ? [[name, value]] : []
  })
  const query = useArticles(pairs)
  const items = usePagedItems(query)
  const total = query.data?.pages[0]?.total
  const rows = useRef<HTMLDivElement>(null)
  useListKeys(rows, 'articles', (items?.length ?? 0) > 0)
  const isFiltered = pairs.length > 0

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {total !== undefined && words.total(total)}
        </p>
        <HeadActs member={member} />
      </div>
      {(isFiltered || (total ?? 1) > 0) && <ArticleFilters />}
      <PagedList query={query} items={items} height={480}>
        {(loaded) =>
          loaded.length > 0 ? (
            <div ref={rows}>
              <ArticlesTable items={loaded} />
            </div>
          ) : isFiltered ? (
            <div class="card blank">
              <p>{words.filter.none}</p>
              <a class="button" href={filtered(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
                {words.filter.clear}
              </a>
            </div>
          ) : (
            <NoArticles member={member} />
          )
        }
      </PagedList>
    </div>
  )
}

function HeadActs({ member }: { member: Member }) {
  const { link } = useSegment()
  const address = useHelpCentre().data?.address
  return (
    <div class="article-page-acts">
      {address && (
        <a class="button" data-look="quiet" href={address} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={16} aria-hidden="true" />
          {words.helpCentre}
          <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
        </a>
      )}
      {mayImportArticles(member) && (
        <a class="button" href={link(articleImportAddress)}>
          <Upload size={16} aria-hidden="true" />
          {words.import}
        </a>
      )}
      {mayWriteArticles(member) && (
        <a class="button" data-look="main" href={link(newArticleAddress())}>
          <Plus size={16} aria-hidden="true" />
          {words.create}
        </a>
      )}
    </div>
  )
}

function NoArticles({ member }: { member: Member }) {
  const { link } = useSegment()
  const mayWrite = mayWriteArticles(member)
  return (
    <div class="card">
      <Blank title={words.empty.title} body={mayWrite ? words.empty.body : words.empty.readOnly}>
        {mayWrite && (
          <div class="article-acts">
            <a class="button" data-look="main" href={link(newArticleAddress())}>
              {words.empty.write}
            </a>
            {mayImportArticles(member) && (
              <a class="button" href={link(articleImportAddress)}>
                {words.empty.import}
              </a>
            )}
          </div>
        )}
      </Blank>
    </div>
  )
}
