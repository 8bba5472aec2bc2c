import type { IdeaItem, IdeaState } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatCount, formatMoney } from '../../ui/numbers.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useIdeaState } from './use-ideas.ts'

const words = text.ideas
const states = Object.keys(words.state) as IdeaState[]

type Props = { idea: IdeaItem; currency: string; mayChange: boolean }

/** One idea: what is wished, who waits for it, how far it has come. */
export function IdeaRow({ idea, currency, mayChange }: Props) {
  const { title, body, votes, accounts, spendMinor, createdAt } = idea
  const change = useIdeaState(idea.id)
  return (
    <tr>
      <th scope="row" abbr={title}>
        <span class="idea-title" dir="auto">
          {title}
        </span>
        {body !== null && <IdeaBody body={body} />}
        <span class="soft small">
          <RelativeTime at={createdAt} />
        </span>
        {change.isError && (
          <div class="idea-problem">
            <p class="field-error">{words.notChanged}</p>
            <ProblemNotice error={change.error} onRetry={() => change.mutate(change.variables)} />
          </div>
        )}
      </th>
      <Figure unit={words.short.votes(votes)}>{formatCount(votes)}</Figure>
      <Figure unit={words.short.accounts(accounts)}>{formatCount(accounts)}</Figure>
      <Figure unit={words.short.spend}>{formatMoney(spendMinor, currency)}</Figure>
      <td class="idea-state">
        {mayChange ? (
          <StateChoice idea={idea} onChoose={change.mutate} />
        ) : (
          <span class="tag">{words.state[idea.state]}</span>
        )}
      </td>
    </tr>
  )
}

/** The unit stands beside the figure only where there are no columns; screen readers have the column's head. */
function Figure({ unit, children }: { unit: string; children: string }) {
  return (
    <td class="number">
      {children}{' '}
      <span class="idea-unit soft" aria-hidden="true">
        {unit}
      </span>
    </td>
  )
}

const longestShown = 180

function IdeaBody({ body }: { body: string }) {
  const [isOpen, setOpen] = useState(false)
  const isLong = body.length > longestShown || body.split('\n').length > 2
  return (
    <>
      <span class={isOpen || !isLong ? 'idea-body' : 'idea-body clamp'} dir="auto">
        {body}
      </span>
      {isLong && (
        <button type="button" class="idea-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.showLess : words.showAll}
        </button>
      )}
    </>
  )
}

type ChoiceProps = { idea: IdeaItem; onChoose: (state: IdeaState) => void }

function StateChoice({ idea, onChoose }: ChoiceProps) {
  return (
    <select
      class="select"
      aria-label={words.stateOf(idea.title)}
      value={idea.state}
      onChange={(event) => {
        const state = states.find((each) => each === event.currentTarget.value)
        if (state) onChoose(state)
      }}
    >
      {states.map((state) => (
        <option key={state} value={state}>
          {words.state[state]}
        </option>
      ))}
    </select>
  )
}
