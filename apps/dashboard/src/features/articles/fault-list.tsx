import type { LinkFault } from '@heed/contracts'
import { TriangleAlert } from 'lucide-preact'
import { text } from '../../locales/text.ts'

const words = text.articles.editor.faults

type Props = { faults: LinkFault[]; onGo: (line: number) => void }

/** Links and pictures that lead nowhere, and the way to their lines. */
export function FaultList({ faults, onGo }: Props) {
  if (faults.length === 0) return null
  return (
    <section class="article-faults" aria-label={words.title(faults.length)}>
      <h3>
        <TriangleAlert size={14} aria-hidden="true" />
        {words.title(faults.length)}
      </h3>
      <ul>
        {faults.map(({ line, target, kind }) => (
          <li key={`${line} ${target} ${kind}`}>
            <button type="button" class="article-fault-go" onClick={() => onGo(line)}>
              {words.line(line)}
            </button>
            <span>
              <code dir="ltr">{target}</code> <span class="soft">{words.kinds[kind]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
