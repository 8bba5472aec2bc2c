import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSaved } from '../segments/use-saved.ts'
import { definitionOf } from './definition.ts'
import type { DraftStore, Saving } from './draft-store.ts'
import { faultsOf } from './faults.ts'
import { useBuilder } from './form/builder-context.ts'
import { Reach } from './form/reach.tsx'
import {
  formatMoment,
  howManyInWords,
  howOftenInWords,
  scheduleInWords,
  whenInWords,
  whoInWords,
} from './survey-words.ts'
import { useLaunch } from './use-survey.ts'

const words = text.surveys.builder.launch

type Props = {
  store: DraftStore
  saving: Saving
  /** Told why it could not go live; what is missing stands in the problem's fields. */
  onRefused: (error: unknown) => void
  onSaid: (said: string) => void
}

/** The one main button: launches a draft once more is said of what will happen, publishes the changes of what is live. */
export function GoLive({ store, saving, onRefused, onSaid }: Props) {
  const { survey } = useBuilder()
  const [asks, setAsks] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (survey.state !== 'draft') return <Publish store={store} saving={saving} onRefused={onRefused} onSaid={onSaid} />
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button"
        data-look="main"
        aria-haspopup="dialog"
        onClick={() => setAsks(true)}
      >
        {words.button}
      </button>
      {asks && (
        <LaunchDialog
          store={store}
          onClose={() => {
            setAsks(false)
            giveFocus(button.current)
          }}
          onRefused={onRefused}
          onSaid={onSaid}
        />
      )}
    </>
  )
}

type DialogProps = Omit<Props, 'saving'> & { onClose: () => void }

function LaunchDialog({ store, onClose, onRefused, onSaid }: DialogProps) {
  const { survey, definition, workspace } = useBuilder()
  const { nameOf } = useSaved()
  const launch = useLaunch(survey.id)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const rows = [
    [words.who, whoInWords(definition, { currency: workspace.currency, nameOf })],
    [words.when, whenInWords(definition)],
    [words.howMany, howManyInWords(definition)],
    [words.howOften, howOftenInWords(definition)],
    [words.schedule, scheduleInWords(definition)],
  ]

  const go = async () => {
    if (isBusy) return
    setBusy(true)
    setError(null)
    try {
      const { updatedAt } = await store.flush()
      const live = await launch.mutateAsync(updatedAt)
      store.adopt(live)
      const { startsAt } = live.schedule
      onSaid(
        live.state === 'scheduled' && startsAt !== null
          ? words.scheduled(live.name, formatMoment(startsAt))
          : words.done(live.name),
      )
      onClose()
    } catch (refused) {
      if (faultsOf(refused).length === 0) setError(refused)
      else {
        onClose()
        onRefused(refused)
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal title={words.title(definition.name)} onClose={onClose}>
      <div class="survey-launch">
        <Reach />
        <dl class="facts">
          {rows.map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <p class="soft small">{words.later}</p>
        {error !== null && <ProblemNotice error={error} />}
        <div class="confirm-actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            type="button"
            class="button"
            data-look="main"
            // biome-ignore lint/a11y/noAutofocus: one came here by a button of the same name
            autoFocus
            aria-disabled={isBusy}
            onClick={() => void go()}
          >
            {isBusy ? words.launching : words.button}
          </button>
        </div>
      </div>
    </Modal>
  )
}

function Publish({ store, saving, onRefused, onSaid }: Props) {
  const { survey } = useBuilder()
  const isChanged = saving === 'changed' || saving === 'refused' || saving === 'waiting' || saving === 'signedOut'
  const isBusy = saving === 'saving'
  if (!isChanged && !isBusy) return null
  const publish = () => {
    if (isBusy) return
    store.flush().then(({ version }) => onSaid(words.published(version)), onRefused)
  }
  return (
    <>
      <button
        type="button"
        class="button"
        data-look="quiet"
        aria-disabled={isBusy}
        onClick={() => !isBusy && store.edit(definitionOf(survey))}
      >
        {words.discard}
      </button>
      <button type="button" class="button" data-look="main" aria-disabled={isBusy} onClick={publish}>
        {isBusy ? words.publishing : words.publish(survey.version + 1)}
      </button>
    </>
  )
}
