import type { IdeaItem } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { useSettled } from '../segments/use-settled.ts'
import { useIdeas } from './use-ideas.ts'

const mostShown = 8

type Props = {
  label: string
  none: string
  /** Which of those that were found are offered. */
  offers: (idea: IdeaItem) => boolean
  /** Names the button of one for screen readers. */
  chooseWords: (title: string) => string
  onChoose: (idea: IdeaItem) => void
}

/** Finds an idea by its words, most votes first. */
export function IdeaFinder({ label, none, offers, chooseWords, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = useIdeas(search ? [['search', search]] : [])
  return (
    <div class="idea-finder">
      <div class="field">
        <label>
          <span class="idea-finder-label">{label}</span>
          <input
            class="input"
            type="search"
            dir="auto"
            maxLength={200}
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </div>
      <Loaded query={query} skeleton={<Skeleton height={240} />}>
        {({ items }) => {
          const offered = items.filter(offers).slice(0, mostShown)
          return offered.length === 0 ? (
            <p class="soft">{none}</p>
          ) : (
            <ul class="idea-choices">
              {offered.map((idea) => (
                <li key={idea.id}>
                  <button type="button" aria-label={chooseWords(idea.title)} onClick={() => onChoose(idea)}>
                    <span dir="auto">{idea.title}</span>
                    <span class="soft small numbers">
                      {text.ideas.state[idea.state]} · {formatCount(idea.votes)} {text.ideas.short.votes(idea.votes)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </div>
  )
}
