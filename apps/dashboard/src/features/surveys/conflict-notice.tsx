import type { SurveyDefinition } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import type { DraftStore } from './draft-store.ts'
import { editAddress } from './survey-addresses.ts'
import { useSurveyCreation } from './use-surveys.ts'

const words = text.surveys.builder.conflict

type Props = { store: DraftStore; definition: SurveyDefinition; onSaid: (said: string) => void }

/** Somebody else was first: nothing is thrown away before the member says which of the two counts. */
export function ConflictNotice({ store, definition, onSaid }: Props) {
  const creation = useSurveyCreation()
  const { route } = useLocation()
  const { link } = useSegment()

  const keepMine = async () => {
    if (creation.isPending) return
    const name = words.copyOf(definition.name.slice(0, 100))
    const { id } = await creation.mutateAsync({ ...definition, name })
    store.takeTheirs()
    onSaid(text.surveys.said.duplicated(name))
    route(link(editAddress(id)))
  }
  return (
    <section class="notice survey-conflict" role="alert">
      <div>
        <strong>{words.title}</strong>
        <p>{words.body}</p>
      </div>
      <div class="survey-acts">
        <button
          type="button"
          class="button"
          aria-disabled={creation.isPending}
          onClick={() => void keepMine().catch(() => undefined)}
        >
          {words.keep}
        </button>
        <button type="button" class="button" onClick={store.takeTheirs}>
          {words.load}
        </button>
      </div>
      {creation.isError && <ProblemNotice error={creation.error} />}
    </section>
  )
}
