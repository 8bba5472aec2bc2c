import type { Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { useKeyList } from '../settings/use-keys.ts'
import { demoAddress } from './page-tag.ts'
import { useGetStarted } from './use-get-started.ts'

const words = text.getStarted.demo

/** After a launch, while no page of one's own has the widget: the demo app, where the survey can be seen at once. */
export function DemoLink({ workspace }: { workspace: Workspace }) {
  const state = useGetStarted({ enabled: !workspace.sample })
  const isWanted = state.data?.visited === false
  const keys = useKeyList({ enabled: isWanted })
  const key = keys.data?.items.findLast(({ kind }) => kind === 'publishable')
  if (!isWanted || !key) return null
  return (
    <a href={demoAddress(key.hint, workspace.currency)} target="_blank" rel="noopener">
      {words.title}
      <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
    </a>
  )
}
