import type { IdeaDetail, IdeaVote } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { accountName, CustomerFacts, personName, TrustTag } from '../../ui/customer-facts.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useIdeaVotes, useVoteTakenBack } from './use-idea.ts'

const words = text.idea.voters

type Props = { idea: IdeaDetail; mayChange: boolean }

/** Who voted, as they were then, and why: of the segment, newest first. */
export function IdeaVoters({ idea, mayChange }: Props) {
  const { pairs, segment } = useSegment()
  const query = useIdeaVotes(idea.id, pairs)
  const items = usePagedItems(query)
  const total = query.data?.pages[0]?.total
  const takeBack = useVoteTakenBack()
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2>{words.title}</h2>
        <p class="soft numbers">{total !== undefined && words.total(total)}</p>
      </header>
      {takeBack.isError && <ProblemNotice error={takeBack.error} />}
      <PagedList query={query} items={items} height={320}>
        {(votes) =>
          votes.length === 0 ? (
            <p class="soft">{segment.all.length > 0 ? words.noneInSegment : words.none}</p>
          ) : (
            <ul class="idea-voters">
              {votes.map((vote) => (
                <Voter
                  key={vote.person.id}
                  vote={vote}
                  onTakeBack={
                    mayChange && vote.member !== null
                      ? () => {
                          if (!takeBack.isPending) takeBack.mutate({ ideaId: idea.id, personId: vote.person.id })
                        }
                      : null
                  }
                />
              ))}
            </ul>
          )
        }
      </PagedList>
    </section>
  )
}

function Voter({ vote, onTakeBack }: { vote: IdeaVote; onTakeBack: (() => void) | null }) {
  const { person, account, snapshot, reason, member, ticketId, from, createdAt } = vote
  const { link } = useSegment()
  return (
    <li>
      <p class="idea-voter">
        <a href={link(`/people/${person.id}`)} dir="auto">
          {personName(person)}
        </a>
        {account && (
          <a class="soft" href={link(`/accounts/${account.id}`)} dir="auto">
            {accountName(account)}
          </a>
        )}
        <TrustTag trust={snapshot.trust} />
        <span class="soft small idea-when">
          <RelativeTime at={createdAt} />
        </span>
      </p>
      {reason !== null && (
        <p class="idea-reason" dir="auto">
          {reason}
        </p>
      )}
      <p class="row-facts soft">
        <CustomerFacts snapshot={snapshot} />
        {member && <span dir="auto">{words.cast(member.name)}</span>}
        {ticketId && (
          <span>
            <a href={link(`/tickets/${ticketId}`)}>{words.fromTicket}</a>
          </span>
        )}
        {from && <span dir="auto">{words.from(from.title)}</span>}
        {onTakeBack && (
          <button
            type="button"
            class="link-button"
            aria-label={words.takeBackOf(personName(person))}
            onClick={onTakeBack}
          >
            {words.takeBack}
          </button>
        )}
      </p>
    </li>
  )
}
