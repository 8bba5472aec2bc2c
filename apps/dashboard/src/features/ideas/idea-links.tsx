import type { TargetIdeas } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import './idea.css'
import { IdeaFinder } from './idea-finder.tsx'
import { useLinking, useUnlinking, useVoteFor, useVoteTakenBack } from './use-idea.ts'
import { useTargetIdeas } from './use-target-ideas.ts'

const words = text.idea.target

type Props = {
  /** Id of the ticket or the answer. */
  targetId: string
  personId: string
  /** Of a ticket: votes remember that they were cast from it. */
  ticketId?: string
  mayChange: boolean
}

/** Ideas that a ticket or an answer speaks of, with a vote for the customer who does. */
export function IdeaLinks({ targetId, personId, ticketId, mayChange }: Props) {
  const query = useTargetIdeas(targetId)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const linking = useLinking()
  const unlinking = useUnlinking()
  const voting = useVoteFor()
  const takingBack = useVoteTakenBack()
  const all = [linking, unlinking, voting, takingBack]
  const error = all.find((act) => act.error !== null)?.error ?? null
  const close = () => {
    setOpen(false)
    giveFocus(button.current)
  }
  /** One thing after the other, and what went wrong before is no longer said. */
  const begin = (act: () => void) => () => {
    if (all.some(({ isPending }) => isPending)) return
    for (const each of all) each.reset()
    act()
  }
  return (
    <section class="target-ideas" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Loaded query={query} skeleton={<Skeleton height={48} />}>
        {({ items }) => (
          <>
            {items.length === 0 && <p class="soft">{words.none}</p>}
            <ul class="idea-links">
              {items.map((idea) => (
                <TargetIdea
                  key={idea.id}
                  idea={idea}
                  acts={
                    mayChange
                      ? {
                          vote: begin(() => voting.mutate({ ideaId: idea.id, personId, ticketId })),
                          takeBack: begin(() => takingBack.mutate({ ideaId: idea.id, personId })),
                          unlink: begin(() => unlinking.mutate({ ideaId: idea.id, targetId })),
                        }
                      : null
                  }
                />
              ))}
            </ul>
            {error !== null && <ProblemNotice error={error} />}
            {mayChange && (
              <button ref={button} type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                {words.link}
              </button>
            )}
            {isOpen && (
              <Modal title={words.dialog} onClose={close}>
                <div class="confirm">
                  <IdeaFinder
                    label={words.search}
                    none={words.noneFound}
                    offers={({ id }) => !items.some((linked) => linked.id === id)}
                    chooseWords={words.choose}
                    onChoose={({ id }) => begin(() => linking.mutate({ ideaId: id, targetId }, { onSuccess: close }))()}
                  />
                  {linking.isError && <ProblemNotice error={linking.error} />}
                </div>
              </Modal>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

type TargetProps = {
  idea: TargetIdeas['items'][number]
  /** Null: the member's role changes nothing. */
  acts: Record<'vote' | 'takeBack' | 'unlink', () => void> | null
}

function TargetIdea({ idea: { id, title, state, vote }, acts }: TargetProps) {
  const { link } = useSegment()
  const isOver = state === 'shipped' || state === 'closed'
  return (
    <li>
      <a href={link(`/ideas/${id}`)} dir="auto">
        {title}
      </a>
      <p class="row-facts soft">
        <span class="tag">{text.ideas.state[state]}</span>
        {vote !== 'none' && <span>{vote === 'person' ? words.votedByPerson : words.votedByMember}</span>}
        {acts && vote === 'none' && !isOver && (
          <button type="button" class="link-button" aria-label={words.voteOf(title)} onClick={acts.vote}>
            {words.vote}
          </button>
        )}
        {acts && vote === 'member' && (
          <button type="button" class="link-button" aria-label={words.takeBackOf(title)} onClick={acts.takeBack}>
            {words.takeBack}
          </button>
        )}
        {acts && (
          <button type="button" class="link-button" aria-label={words.unlinkOf(title)} onClick={acts.unlink}>
            {words.unlink}
          </button>
        )}
      </p>
    </li>
  )
}
