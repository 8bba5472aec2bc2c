import { FlaskConical, History, Redo2, Undo2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { HistoryButton } from '../../ui/history-button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { DraftStore, Saving } from './draft-store.ts'
import { faultsOf } from './faults.ts'
import { useBuilder } from './form/builder-context.ts'
import { useFieldNotes } from './form/text-field.tsx'
import { GoLive } from './go-live.tsx'
import { StateTag } from './state-tag.tsx'
import { SurveyMenu } from './survey-menu.tsx'
import { SurveyOutcome } from './survey-outcome.tsx'
import { TestDialog } from './test-dialog.tsx'
import { useSurveyActs } from './use-survey-acts.ts'
import { VersionsDialog } from './versions-dialog.tsx'

const words = text.surveys.builder

type Props = {
  /** Whether the member may change surveys at all. */
  isAllowed: boolean
  store: DraftStore
  saving: Saving
  error: unknown
  canUndo: boolean
  canRedo: boolean
  onRefused: (error: unknown) => void
  onSaid: (said: string) => void
}

/** Name, state, whether all is saved, and what can be done with the survey as a whole; stays in sight. */
export function BuilderHead({ isAllowed, store, saving, error, canUndo, canRedo, onRefused, onSaid }: Props) {
  const { survey, definition, mayChange } = useBuilder()
  const [open, setOpen] = useState<'test' | 'versions' | null>(null)
  const close = () => setOpen(null)
  const acts = useSurveyActs()
  return (
    <header class="work-head">
      <PageHeading title={definition.name || words.heading}>
        <span class="visually-hidden">{definition.name || words.heading}</span>
      </PageHeading>
      <Name />
      <StateTag state={survey.state} />
      <SavingWords saving={saving} isDraft={survey.state === 'draft'} />
      <div class="work-head-acts">
        {mayChange && (
          <>
            <HistoryButton label={words.undo} keys="Control+Z" Icon={Undo2} isOff={!canUndo} act={store.undo} />
            <HistoryButton label={words.redo} keys="Control+Shift+Z" Icon={Redo2} isOff={!canRedo} act={store.redo} />
          </>
        )}
        <button type="button" class="button" data-look="quiet" onClick={() => setOpen('versions')}>
          <History size={16} aria-hidden="true" />
          {words.history}
        </button>
        {mayChange && (
          <button
            type="button"
            class="button"
            data-look="quiet"
            onClick={() => {
              // The page of the host shows what the server has; of a launched survey that is what is published.
              const saved = survey.state === 'draft' ? store.flush() : Promise.resolve(survey)
              saved.then(() => setOpen('test'), onRefused)
            }}
          >
            <FlaskConical size={16} aria-hidden="true" />
            {words.test}
          </button>
        )}
        {mayChange && <GoLive store={store} saving={saving} onRefused={onRefused} onSaid={onSaid} />}
        {isAllowed && survey.launchedAt !== null && (
          <SurveyMenu
            survey={survey}
            except={['edit', 'test']}
            act={(what, button) => acts.act(what, survey, button)}
          />
        )}
      </div>
      <SurveyOutcome acts={acts} />
      {saving === 'refused' && faultsOf(error).length === 0 && error !== null && <ProblemNotice error={error} />}
      {open === 'test' && <TestDialog survey={survey} onClose={close} />}
      {open === 'versions' && (
        <VersionsDialog
          onClose={close}
          onTake={(taken) => {
            store.edit({ ...taken, kind: definition.kind })
            close()
          }}
        />
      )}
    </header>
  )
}

function Name() {
  const { definition, change, mayChange } = useBuilder()
  const { given, notes } = useFieldNotes('name')
  return (
    <div class="survey-name">
      <input
        {...given}
        class="input"
        aria-label={words.name}
        maxLength={120}
        autocomplete="off"
        readOnly={!mayChange}
        value={definition.name}
        onInput={(event) => change({ name: event.currentTarget.value }, 'name')}
      />
      {notes}
    </div>
  )
}

/** A draft saves itself; of a launched survey it is said that changes wait. */
function SavingWords({ saving, isDraft }: { saving: Saving; isDraft: boolean }) {
  const said = saving === 'changed' && !isDraft ? words.saving.unpublished : words.saving[saving]
  return (
    <p class="soft small work-saving" role="status" data-saving={saving}>
      {said}
    </p>
  )
}
