import type { IdeaDetail, IdeaState } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { ideaStates } from './idea-words.ts'
import { useIdeaChange } from './use-idea.ts'

const words = text.idea.answering

type Props = { idea: IdeaDetail; mayChange: boolean }

/** How far the idea has come, a place to tell its voters, and what they were told before. */
export function IdeaAnswers({ idea, mayChange }: Props) {
  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      {mayChange && <TellForm key={idea.answers[0]?.id ?? ''} idea={idea} />}
      <h3 class={mayChange ? 'idea-subhead' : 'visually-hidden'}>{words.history}</h3>
      {idea.answers.length === 0 && <p class="soft">{words.none}</p>}
      <ol class="idea-answers">
        {idea.answers.map(({ id, state, body, member, createdAt }) => (
          <li key={id}>
            <p class="row-facts soft">
              <span class="tag">{text.ideas.state[state]}</span>
              <RelativeTime at={createdAt} />
              <bdi>{member?.name ?? words.memberGone}</bdi>
            </p>
            {body !== null && (
              <p class="idea-text" dir="auto">
                {body}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function TellForm({ idea }: { idea: IdeaDetail }) {
  const change = useIdeaChange(idea.id)
  const [state, setState] = useState<IdeaState>(idea.state)
  const [answer, setAnswer] = useState('')
  const [stateId, wordsId, hintId] = [useId(), useId(), useId()]
  const isNews = state !== idea.state || answer.trim() !== ''
  const { widget, mail } = idea.reach
  return (
    <form
      class="idea-tell"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNews && !change.isPending) change.mutate({ state, ...(answer.trim() && { answer: answer.trim() }) })
      }}
    >
      <div class="field">
        <label for={stateId}>{words.state}</label>
        <select
          id={stateId}
          class="select"
          value={state}
          onChange={(event) => {
            const chosen = ideaStates.find((each) => each === event.currentTarget.value)
            if (chosen) setState(chosen)
          }}
        >
          {ideaStates.map((each) => (
            <option key={each} value={each}>
              {text.ideas.state[each]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={wordsId}>{words.words}</label>
        <textarea
          id={wordsId}
          class="input"
          dir="auto"
          rows={3}
          maxLength={2000}
          aria-describedby={hintId}
          value={answer}
          onInput={(event) => setAnswer(event.currentTarget.value)}
        />
        <p class="soft small" id={hintId}>
          {words.hint} {widget + mail === 0 ? words.nobody : words.reach(widget, mail)}
        </p>
      </div>
      {change.isError && <ProblemNotice error={change.error} />}
      <button type="submit" class="button" data-look="main" aria-disabled={!isNews || change.isPending}>
        {words.tell}
      </button>
    </form>
  )
}
