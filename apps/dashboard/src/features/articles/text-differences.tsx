import { useMemo } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { differencesIn, type Piece } from './differences.ts'

const words = text.articles.editor.history

/** How one text became another: what was taken out struck through, what was put in underlined; read out, each is named. */
export function TextDifferences({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => differencesIn(before, after), [before, after])
  if (before === after) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not every browser lets the keyboard into it
    <section class="article-differences" tabIndex={0} aria-label={words.diff}>
      {parts.map((part, at) => {
        const key = `${at}`
        return part.kind === 'gap' ? (
          <p key={key} class="soft small article-gap">
            {words.unchanged(part.lines)}
          </p>
        ) : (
          <p key={key} class="article-lines" dir="auto">
            {part.pieces.map(toElement)}
          </p>
        )
      })}
    </section>
  )
}

const toElement = ({ kind, text: said }: Piece, at: number) => {
  const key = `${at}`
  if (kind === 'same') return <span key={key}>{said}</span>
  return kind === 'added' ? (
    <ins key={key}>
      <span class="visually-hidden">{words.added} </span>
      {said}
    </ins>
  ) : (
    <del key={key}>
      <span class="visually-hidden">{words.removed} </span>
      {said}
    </del>
  )
}
