import type { Member, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { HelpCentrePage } from '../articles/help-centre-page.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { AreasPage } from './areas-page.tsx'
import { CurrenciesPage } from './currencies-page.tsx'
import { FatiguePage } from './fatigue-page.tsx'
import { HelpPage } from './help-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { ImportPage } from './import-page.tsx'
import { KeysPage } from './keys-page.tsx'
import { MailPage } from './mail-page.tsx'
import { MembersPage } from './members-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import './settings.css'
import './stacking.css'

const words = text.settings

const sections = [
  { name: 'workspace', title: words.workspace.title, Page: WorkspacePage },
  { name: 'keys', title: words.keys.title, Page: KeysPage },
  { name: 'members', title: words.members.title, Page: MembersPage },
  { name: 'areas', title: words.areas.title, Page: AreasPage },
  { name: 'identity', title: words.identity.title, Page: IdentityPage },
  { name: 'asking', title: words.asking.title, Page: FatiguePage },
  { name: 'help-centre', title: text.articles.centre.title, Page: HelpCentrePage },
  { name: 'help', title: words.help.title, Page: HelpPage },
  { name: 'currencies', title: words.currencies.title, Page: CurrenciesPage },
  { name: 'mail', title: words.mail.title, Page: MailPage },
  { name: 'import', title: words.import.title, Page: ImportPage },
  { name: 'profile', title: words.profile.title, Page: ProfilePage },
]

type Props = { section?: string; workspace: Workspace; member: Member }

/** What the workspace believes and counts, and how customers get in. Each sub-page has an address of its own. */
export function SettingsPage({ section = 'workspace', workspace, member }: Props) {
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
      <here.Page key={section} workspace={workspace} member={member} mayChange={mayChange} />
    </div>
  )
}
