import type { Member, ResponseItem } from '@heed/contracts'
import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { chosenOf } from '../../ui/answer-words.ts'
import { accountName, CustomerFacts, personName, TrustTag } from '../../ui/customer-facts.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { ScoreBadge } from '../../ui/score-badge.tsx'
import { AreasDialog } from './areas-dialog.tsx'
import { Marks } from './marks.tsx'
import { useStar } from './use-marks.ts'

const words = text.responses

type Props = {
  items: ResponseItem[]
  /** One list's own name, under which its last opened row is remembered. */
  name: string
  member: Member
  hrefOf: (response: ResponseItem) => string
  /** All answers are to one survey, whose name stands above. */
  ofOneSurvey?: boolean
}

/** Answers in rows, each opening in full; `s` stars the one with the focus, `a` says what it is about. */
export function ResponseRows({ items, name, member, hrefOf, ofOneSurvey = false }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const star = useStar()
  const [openId, setOpenId] = useState<string | null>(null)
  const mayMark = member.role !== 'viewer'
  useListKeys(list, name, items.length > 0)

  const acts = mayMark
    ? {
        star: ({ id, starred }: Pick<ResponseItem, 'id' | 'starred'>) => star.mutate({ id, starred: !starred }),
        areas: ({ id }: Pick<ResponseItem, 'id'>) => setOpenId(id),
      }
    : null
  useKeys(
    acts
      ? {
          s: () => withFocused(list, items, acts.star),
          a: () => withFocused(list, items, acts.areas),
        }
      : {},
  )
  const open = items.find(({ id }) => id === openId)

  return (
    <>
      {star.isError && <ProblemNotice error={star.error} />}
      <ul class="rows card" ref={list}>
        {items.map((response) => (
          <li class="row response-row" key={response.id} data-response={response.id}>
            <ScoreBadge answer={response} />
            <Said response={response} href={hrefOf(response)} showsSurvey={!ofOneSurvey && response.kind !== 'nps'} />
            <div class="response-end">
              <p class="row-time soft">
                <RelativeTime at={response.createdAt} />
              </p>
              <Marks answer={response} acts={acts} />
            </div>
          </li>
        ))}
      </ul>
      {open && <AreasDialog answer={open} onClose={() => setOpenId(null)} />}
    </>
  )
}

function withFocused(list: RefObject<HTMLElement>, items: ResponseItem[], act: (response: ResponseItem) => void): void {
  const row = document.activeElement?.closest<HTMLElement>('[data-response]')
  if (!row || !list.current?.contains(row)) return
  const response = items.find(({ id }) => id === row.dataset.response)
  if (response) act(response)
}

type SaidProps = { response: ResponseItem; href: string; showsSurvey: boolean }

function Said({ response, href, showsSurvey }: SaidProps) {
  const { surveyName, comment, person, account, snapshot } = response
  const chosen = chosenOf(response)
  const said = comment ?? (chosen ? null : words.noComment)
  return (
    <div class="row-body">
      <a class={comment === null && !chosen ? 'row-link soft' : 'row-link row-comment'} href={href} data-row>
        {chosen && (
          <span class="clamp row-chosen" dir="auto">
            {chosen}
          </span>
        )}
        {said !== null && (
          <span class="clamp" dir="auto">
            {said}
          </span>
        )}
      </a>
      <p class="row-facts soft">
        <strong dir="auto">{personName(person)}</strong>
        {showsSurvey && <span dir="auto">{surveyName}</span>}
        {account && <span dir="auto">{accountName(account)}</span>}
        <CustomerFacts snapshot={snapshot} />
        <TrustTag trust={snapshot.trust} />
      </p>
    </div>
  )
}
