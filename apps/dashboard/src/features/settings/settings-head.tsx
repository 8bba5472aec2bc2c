import { PageHeading } from '../../ui/page-heading.tsx'

type SettingsHeadProps = { words: { title: string; lead: string; readOnly: string }; mayChange: boolean }

/** What a section of the settings is about, and for whoever may not change it, that they can read it. */
export const SettingsHead = ({ words, mayChange }: SettingsHeadProps) => (
  <header class="settings-head">
    <PageHeading title={words.title} />
    <p class="soft">{words.lead}</p>
    {!mayChange && <p class="soft">{words.readOnly}</p>}
  </header>
)
