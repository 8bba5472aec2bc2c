import type { Survey } from '@heed/contracts'
import { useQueryClient } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import type { KeptWork } from '../../kept-work.ts'
import { runMutation } from '../../query-client.ts'
import { useSignedInAt } from '../sign-in/use-session.ts'
import { openDraft } from './draft-store.ts'
import { readSurvey, saveSurvey, surveyKey } from './use-survey.ts'
import { surveysKey } from './use-surveys.ts'

/** A survey while it is edited, for as long as the page is open. @param survey as it was read last */
export function useDraftStore(survey: Survey, kept: KeptWork) {
  const client = useQueryClient()
  const [store] = useState(() =>
    openDraft(
      survey,
      {
        read: (id) => readSurvey(id),
        save: async (id, change) => {
          const saved = await runMutation(client, () => saveSurvey(id, change))
          client.setQueryData(surveyKey(id), saved)
          return saved
        },
      },
      kept,
    ),
  )
  const [state, setState] = useState(store.state)

  useEffect(() => {
    const stop = store.subscribe(() => setState(store.state()))
    // What was written before this ran.
    setState(store.state())
    const again = () => {
      if (store.state().saving === 'waiting') void store.flush().catch(() => undefined)
    }
    addEventListener('online', again)
    return () => {
      stop()
      removeEventListener('online', again)
      // Whoever leaves the page within the app need not wait for the edits to rest.
      const { saving, survey: last } = store.state()
      if (last.state === 'draft' && (saving === 'changed' || saving === 'waiting'))
        void store.flush().then(
          () => client.invalidateQueries({ queryKey: surveysKey, exact: true }),
          () => undefined,
        )
      else void client.invalidateQueries({ queryKey: surveysKey, exact: true })
      store.close()
    }
  }, [store, client])
  useEffect(() => store.adopt(survey), [store, survey])
  const signedInAt = useSignedInAt()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has signed in again goes on
  useEffect(() => store.resume(), [store, signedInAt])

  return { store, ...state }
}
