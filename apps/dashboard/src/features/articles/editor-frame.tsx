import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import { articlesAddress, newArticleAddress } from './article-addresses.ts'
import './articles.css'
import './editor.css'
import { listFilters } from './list-filters.ts'

/** What stands around an editor: the way back, and as much of the screen as there is. */
export function EditorFrame({ children }: { children: ComponentChildren }) {
  const { link, filter } = useSegment()
  const { path } = useLocation()
  // There the address holds what the article begins with.
  const filters = path === newArticleAddress() ? {} : listFilters(filter)
  return (
    <div class="page article-page">
      <a class="back" href={link(articlesAddress, filters)}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {text.articles.editor.back}
      </a>
      {children}
    </div>
  )
}
