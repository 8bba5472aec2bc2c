import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import { articlesAddress } from './article-addresses.ts'
import './articles.css'
import './editor.css'

/** What stands around an editor: the way back, and as much of the screen as there is. */
export function EditorFrame({ children }: { children: ComponentChildren }) {
  const { link } = useSegment()
  return (
    <div class="page article-page">
      <a class="back" href={link(articlesAddress)}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {text.articles.editor.back}
      </a>
      {children}
    </div>
  )
}
