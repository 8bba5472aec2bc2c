import { useEffect, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import './surveys.css'
import { TestDialog } from './test-dialog.tsx'
import type { SurveyActs } from './use-survey-acts.ts'

const words = text.surveys

/** What came of what was done with a survey, and what is asked before more is. */
export function SurveyOutcome({ acts: { said, error, open, close, isEnding, confirmEnd } }: { acts: SurveyActs }) {
  const place = useRef<HTMLDivElement>(null)
  const followed = useRef<typeof said>(null)
  useEffect(() => {
    // The row that had the focus may be gone from the list, at once or as soon as that is asked for again.
    if (said === null || said === followed.current || document.activeElement !== document.body) return
    followed.current = said
    place.current?.focus({ preventScroll: true })
  })
  return (
    <>
      <div class="survey-said" ref={place} tabIndex={-1} aria-live="polite">
        {said && (
          <p class="said">
            {said.words}
            {said.undo && (
              <button type="button" class="button" onClick={said.undo}>
                {words.said.undo}
              </button>
            )}
          </p>
        )}
      </div>
      {error !== null && <ProblemNotice error={error} />}
      {open?.what === 'test' && <TestDialog survey={open.survey} onClose={close} />}
      {open?.what === 'end' && (
        <Confirm
          title={words.end.title(open.survey.name)}
          confirm={words.end.confirm}
          cancel={words.end.cancel}
          isPending={isEnding}
          error={error}
          onConfirm={confirmEnd}
          onClose={close}
        >
          <p>{words.end.body}</p>
        </Confirm>
      )}
    </>
  )
}
