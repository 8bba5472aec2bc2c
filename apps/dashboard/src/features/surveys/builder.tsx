import type { Member, Survey, Workspace } from '@heed/contracts'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type KeptWork, useKept } from '../../kept-work.ts'
import { text } from '../../locales/text.ts'
import { DemoLink } from '../get-started/demo-link.tsx'
import { canRedo, canUndo, present } from '../segments/history.ts'
import { BuilderHead } from './builder-head.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { languageOf, placeOf } from './faults.ts'
import { AlertsPart } from './form/alerts-part.tsx'
import { BuilderProvider, type Builder as BuilderView, type Fault } from './form/builder-context.ts'
import { HowManyPart } from './form/how-many-part.tsx'
import { QuestionPart } from './form/question-part.tsx'
import { HowOftenPart, SchedulePart } from './form/rest-parts.tsx'
import { WhenPart } from './form/when-part.tsx'
import { WhoPart } from './form/who-part.tsx'
import { mayChangeSurveys } from './may-change.ts'
import { MissingNotice } from './missing-notice.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { languagesOf } from './texts.ts'
import { useDraftStore } from './use-draft-store.ts'
import { useStandingFaults } from './use-standing-faults.ts'
import { useUndoKeys } from './use-undo-keys.ts'

const words = text.surveys.builder

type Props = { survey: Survey; workspace: Workspace; member: Member }

/** Opens once it is known which of the member's changes the server does not have yet. */
export function Builder({ survey, workspace, member }: Props) {
  const isAllowed = mayChangeSurveys(member)
  const kept = useKept(member.id, `survey ${survey.id}`, isAllowed)
  return kept && <OpenBuilder survey={survey} workspace={workspace} isAllowed={isAllowed} kept={kept} />
}

type OpenProps = { survey: Survey; workspace: Workspace; isAllowed: boolean; kept: KeptWork }

/** The form on the one side, the prompt as it will be on the other. */
function OpenBuilder({ survey: given, workspace, isAllowed, kept }: OpenProps) {
  const { store, survey, history, saving, error } = useDraftStore(given, kept)
  const definition = present(history)
  const mayChange = isAllowed && survey.state !== 'ended'
  const [language, setLanguage] = useState(() => languagesOf(definition.texts)[0] ?? 'en')
  const [view, setView] = useState<'form' | 'preview'>('form')
  const [said, setSaid] = useState('')
  const { faults, refuse } = useStandingFaults(definition, saving === 'refused' ? error : null)
  const root = useRef<HTMLDivElement>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const wanted = useRef<Fault | null>(null)

  const goTo = (fault: Fault | undefined) => {
    if (!fault) return
    wanted.current = fault
    setView('form')
    setLanguage(languageOf([fault]) ?? language)
    setWish((count) => count + 1)
  }
  const [, setWish] = useState(0)
  useEffect(() => {
    // Once the part is open and the language is there.
    const place = wanted.current && root.current ? placeOf(wanted.current, root.current) : null
    wanted.current = null
    place?.focus()
    place?.scrollIntoView?.({ block: 'center' })
  })
  useEffect(() => {
    // The button that did it may be gone.
    if (said !== '' && document.activeElement === document.body) outcome.current?.focus({ preventScroll: true })
  }, [said])
  useUndoKeys({ undo: store.undo, redo: store.redo })

  const builder = useMemo(
    (): BuilderView => ({
      workspace,
      survey,
      definition,
      mayChange,
      faults,
      change: (parts, merge) => mayChange && store.edit({ ...present(store.state().history), ...parts }, merge),
      language,
      setLanguage,
    }),
    [workspace, survey, definition, mayChange, faults, language, store],
  )

  return (
    <BuilderProvider value={builder}>
      <div class="survey-builder-body" ref={root} data-view={view}>
        <BuilderHead
          isAllowed={isAllowed}
          store={store}
          saving={saving}
          error={error}
          canUndo={canUndo(history)}
          canRedo={canRedo(history)}
          onRefused={(problem) => goTo(refuse(problem)[0])}
          onSaid={setSaid}
        />
        <div class="survey-said" ref={outcome} tabIndex={-1} aria-live="polite">
          {said && (
            <p class="said">
              {said} {survey.state === 'running' && <DemoLink workspace={workspace} />}
            </p>
          )}
        </div>
        {saving === 'conflict' && <ConflictNotice store={store} definition={definition} onSaid={setSaid} />}
        {survey.state === 'ended' && <p class="said">{words.launch.ended}</p>}
        {!isAllowed && <p class="said">{words.launch.readOnly}</p>}
        <MissingNotice faults={faults} isLaunch={saving !== 'refused'} onGo={goTo} />
        <Views view={view} onView={setView} />
        <div class="survey-panes">
          <div
            class="survey-form"
            onFocusOut={() => {
              store.settle()
            }}
          >
            <QuestionPart />
            <WhoPart />
            <WhenPart />
            <HowManyPart />
            <HowOftenPart />
            <SchedulePart />
            <AlertsPart />
          </div>
          <div class="survey-side">
            <PreviewPane />
          </div>
        </div>
      </div>
    </BuilderProvider>
  )
}

type View = 'form' | 'preview'

/** On a narrow screen one of the two shows. */
const Views = ({ view, onView }: { view: View; onView: (view: View) => void }) => (
  <fieldset class="survey-views">
    <legend class="visually-hidden">{words.views.label}</legend>
    <div class="segmented">
      {(['form', 'preview'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="survey-view" checked={view === each} onChange={() => onView(each)} />
          {words.views[each]}
        </label>
      ))}
    </div>
  </fieldset>
)
