import type { Member, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { CurrenciesPage } from './currencies-page.tsx'
import { FatiguePage } from './fatigue-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { ImportPage } from './import-page.tsx'
import './settings.css'
import './stacking.css'

const words = text.settings

const sections = [
  { name: 'identity', title: words.identity.title, Page: IdentityPage },
  { name: 'asking', title: words.asking.title, Page: FatiguePage },
  { name: 'currencies', title: words.currencies.title, Page: CurrenciesPage },
  { name: 'import', title: words.import.title, Page: ImportPage },
]

type Props = { section?: string; workspace: Workspace; member: Member }

/** What the workspace believes and counts, and how customers get in. Each sub-page has an address of its own. */
export function SettingsPage({ section = 'identity', workspace, member }: Props) {
  const { link } = useSegment()
  const here = sections.find(({ name }) => name === section)
  if (!here) return <NotFoundPage />
  const mayChange = member.role === 'owner' || member.role === 'admin'
  return (
    <div class="page settings">
      <nav class="segmented settings-nav" aria-label={words.sections}>
        {sections.map(({ name, title }) => (
          <a key={name} href={link(`/settings/${name}`)} aria-current={name === section ? 'true' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <here.Page key={section} workspace={workspace} mayChange={mayChange} />
    </div>
  )
}
