import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Enforcement } from './enforcement.tsx'
import type { SectionProps } from './section-props.ts'
import { SeenBars } from './seen-bars.tsx'
import { SettingsHead } from './settings-head.tsx'
import { SigningExample } from './signing-example.tsx'
import { SigningKeys } from './signing-keys.tsx'
import { UnverifiedValues } from './unverified-values.tsx'
import { useIdentity } from './use-identity.ts'
import './identity.css'

const words = text.settings.identity

/** Who comes signed, what happens to those who do not, and the keys to sign with. */
export function IdentityPage({ mayChange }: SectionProps) {
  const query = useIdentity()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={560} />}>
        {(identity) => (
          <div class="settings-cards">
            <SeenBars seen={identity.seen} />
            <Enforcement identity={identity} mayChange={mayChange} />
            <UnverifiedValues value={identity.unverifiedValues} mayChange={mayChange} />
            <SigningKeys identity={identity} mayChange={mayChange} />
            <SigningExample identity={identity} />
          </div>
        )}
      </Loaded>
    </>
  )
}
