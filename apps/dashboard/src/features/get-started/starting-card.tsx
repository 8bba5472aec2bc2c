import type { GetStarted, Workspace } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import './get-started.css'
import { nextStep, stepNames, stepsDone } from './steps.ts'
import { useGetStarted } from './use-get-started.ts'

const words = text.getStarted

/** On the overview: what is still to do in a new workspace, until it is done or put away. */
export function StartingCard({ workspace }: { workspace: Workspace }) {
  const [isHidden, setHidden] = useState(() => readHidden(workspace.id))
  const query = useGetStarted({ enabled: !workspace.sample && !isHidden })
  const next = query.data && nextStep(query.data)
  if (isHidden || workspace.sample || !query.data || !next) return null
  const hide = () => {
    keepHidden(workspace.id)
    setHidden(true)
  }
  return (
    <section class="card panel starting" aria-labelledby="starting">
      <div class="panel-head">
        <h2 id="starting">{words.card.title}</h2>
        <p class="soft small numbers">{progressOf(query.data)}</p>
      </div>
      <p>{words.card.next(words[next].title)}</p>
      <div class="start-actions">
        <a class="button" data-look="main" href="/get-started">
          {words.card.action}
        </a>
        <button type="button" class="button" data-look="quiet" onClick={hide}>
          {words.card.hide}
        </button>
      </div>
    </section>
  )
}

const progressOf = (state: GetStarted) => {
  const done = stepsDone(state)
  return words.progress(stepNames.filter((name) => done[name]).length, stepNames.length)
}

const keyOf = (workspaceId: string) => `heed.starting.hidden.${workspaceId}`

const readHidden = (workspaceId: string): boolean => {
  try {
    return localStorage.getItem(keyOf(workspaceId)) !== null
  } catch {
    return false
  }
}

const keepHidden = (workspaceId: string): void => {
  try {
    localStorage.setItem(keyOf(workspaceId), '1')
  } catch {
    // A browser that keeps nothing shows it again with the next visit.
  }
}
