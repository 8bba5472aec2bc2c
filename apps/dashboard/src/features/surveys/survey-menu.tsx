import type { Survey, SurveyState } from '@heed/contracts'
import { Ellipsis } from 'lucide-preact'
import { useEffect, useId } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { useDisclosure } from '../../ui/use-disclosure.ts'
import type { SurveyAct } from './use-survey-acts.ts'

const words = text.surveys.menu

const offered: Record<SurveyState, SurveyAct[]> = {
  draft: ['edit', 'test', 'duplicate', 'remove'],
  scheduled: ['edit', 'test', 'duplicate', 'pause', 'end'],
  running: ['edit', 'test', 'duplicate', 'pause', 'end'],
  paused: ['edit', 'test', 'duplicate', 'resume', 'end'],
  ended: ['edit', 'duplicate'],
}

type Props = {
  survey: Pick<Survey, 'name' | 'state'>
  /** What the page offers elsewhere, or cannot outlive. */
  except?: readonly SurveyAct[]
  act: (what: SurveyAct, button: HTMLElement) => void
}

/** What can be done with one survey in its present state. */
export function SurveyMenu({ survey, except = [], act }: Props) {
  const { isOpen, setOpen, close, place, button } = useDisclosure()
  const id = useId()
  useEffect(() => {
    if (isOpen) place.current?.querySelector<HTMLElement>('[data-stop]')?.focus()
  }, [isOpen, place])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div
      class="survey-menu"
      ref={place}
      onKeyDown={(event) => {
        if (isOpen && event.key === 'Escape') close()
        else moveFocus(event, place.current)
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={words.of(survey.name)}
        title={words.of(survey.name)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <div class="survey-menu-panel card" id={id}>
          {offered[survey.state]
            .filter((what) => !except.includes(what))
            .map((what) => (
              <button
                key={what}
                type="button"
                class="button"
                data-look="quiet"
                data-stop
                onClick={() => {
                  close()
                  if (button.current) act(what, button.current)
                }}
              >
                {survey.state === 'ended' && what === 'edit' ? words.view : words[what]}
              </button>
            ))}
        </div>
      )}
    </div>
  )
}
