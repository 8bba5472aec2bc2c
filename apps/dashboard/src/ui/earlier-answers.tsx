import type { EarlierResponse } from '@heed/contracts'
import { answerInShort } from './answer-words.ts'
import { RelativeTime } from './relative-time.tsx'
import { ScoreBadge } from './score-badge.tsx'

type Props = { answers: EarlierResponse[]; link: (path: string) => string }

/** What else a person answered, each opening in full. An NPS score speaks for itself; others say which survey it was. */
export function EarlierAnswers({ answers, link }: Props) {
  return (
    <ul class="small-rows">
      {answers.map((answer) => (
        <li key={answer.id}>
          <ScoreBadge answer={answer} size="small" />
          <div>
            <a href={link(`/responses/${answer.id}`)} class="clamp" dir="auto">
              {answerInShort(answer)}
            </a>
            {answer.kind !== 'nps' && (
              <p class="soft small" dir="auto">
                {answer.surveyName}
              </p>
            )}
          </div>
          <span class="soft small">
            <RelativeTime at={answer.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
