import type { IdeaDetail, IdeaState } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { keepDraft, readDraft } from '../../drafts.ts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { ideaStates } from './idea-words.ts'
import { isIdeaChanged, useIdeaChange } from './use-idea.ts'

const words = text.idea.answering

type Props = { idea: IdeaDetail; memberId: string; mayChange: boolean }

/** How far the idea has come, a place to tell its voters, and what they were told before. */
export function IdeaAnswers({ idea, memberId, mayChange }: Props) {
  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      {mayChange && <TellForm idea={idea} memberId={memberId} />}
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

/** What is written stays in this browser until the server has it, whatever colleagues tell meanwhile. */
function TellForm({ idea, memberId }: { idea: IdeaDetail; memberId: string }) {
  const change = useIdeaChange(idea.id)
  const place = { memberId, aboutId: idea.id, kind: 'answer' as const }
  // As of when the member chose: a colleague may set another state before it is told.
  const [chosen, setChosen] = useState<{ state: IdeaState; basedOn?: string } | null>(null)
  const state = chosen?.state ?? idea.state
  const [answer, setAnswer] = useState(() => readDraft(place))
  const [stateId, wordsId, hintId] = [useId(), useId(), useId()]
  const isNews = state !== idea.state || answer.trim() !== ''
  const { widget, mail } = idea.reach
  const write = (body: string) => {
    setAnswer(body)
    keepDraft(place, body)
  }
  const tell = () =>
    change
      .mutateAsync({
        ...(chosen && { basedOn: idea.updatedAt, ...chosen }),
        ...(answer.trim() && { answer: answer.trim() }),
      })
      .then(
        () => {
          write('')
          setChosen(null)
        },
        // It is said below, beside the idea as it is by now: the choice is one about that from here on.
        (error) => isIdeaChanged(error) && setChosen(chosen && { state: chosen.state }),
      )
  return (
    <form
      class="idea-tell"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNews && !change.isPending) tell()
      }}
    >
      <div class="field">
        <label for={stateId}>{words.state}</label>
        <select
          id={stateId}
          class="select"
          value={state}
          onChange={(event) => {
            const found = ideaStates.find((each) => each === event.currentTarget.value)
            if (found) setChosen(found === idea.state ? null : { state: found, basedOn: idea.updatedAt })
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
          readOnly={change.isPending}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p class="soft small" id={hintId}>
          {words.hint} {widget + mail === 0 ? words.nobody : words.reach(widget, mail)}
        </p>
      </div>
      {isIdeaChanged(change.error) ? (
        <p class="notice" role="alert">
          {words.changed(text.ideas.state[idea.state])}
        </p>
      ) : (
        change.isError && <ProblemNotice error={change.error} />
      )}
      <button type="submit" class="button" data-look="main" aria-disabled={!isNews || change.isPending}>
        {words.tell}
      </button>
    </form>
  )
}
