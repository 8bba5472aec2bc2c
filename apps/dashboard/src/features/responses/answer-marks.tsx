import type { Member, ResponseItem } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { useKeys } from '../../ui/keyboard.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AreasDialog } from './areas-dialog.tsx'
import { Marks } from './marks.tsx'
import { useStar } from './use-marks.ts'

type Props = { answer: Pick<ResponseItem, 'id' | 'starred' | 'areas'>; member: Member }

/** The marks of the one answer of a page; `s` and `a` work as in the list. */
export function AnswerMarks({ answer, member }: Props) {
  const star = useStar()
  const [isOpen, setOpen] = useState(false)
  const mayMark = member.role !== 'viewer'
  const acts = {
    star: () => star.mutate({ id: answer.id, starred: !answer.starred }),
    areas: () => setOpen(true),
  }
  useKeys(mayMark ? { s: acts.star, a: acts.areas } : {})
  return (
    <div class="answer-marks">
      <Marks answer={answer} acts={mayMark ? acts : null} />
      {star.isError && <ProblemNotice error={star.error} />}
      {isOpen && <AreasDialog answer={answer} onClose={() => setOpen(false)} />}
    </div>
  )
}
