import type { HelpCentre } from '@heed/contracts'
import { ExternalLink } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { SectionProps } from '../settings/section-props.ts'
import './articles.css'
import { SettingsHead } from '../settings/settings-head.tsx'
import { useHelpCentre, useHelpCentreNaming } from './use-articles.ts'

const words = text.articles.centre

/** Where the public help centre stands, and what it is called there. */
export function HelpCentrePage({ mayChange }: SectionProps) {
  const query = useHelpCentre()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={200} />}>
        {(helpCentre) => (
          <section class="card panel">
            <h2>{words.address}</h2>
            <p class="help-centre-address">
              <bdi>{new URL(helpCentre.address, location.origin).href}</bdi>
            </p>
            <div class="settings-actions">
              <a class="button" href={helpCentre.address} target="_blank" rel="noopener noreferrer">
                <ExternalLink size={16} aria-hidden="true" />
                {words.open}
                <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
              </a>
            </div>
            {mayChange && <NameForm helpCentre={helpCentre} />}
          </section>
        )}
      </Loaded>
    </>
  )
}

const isName = (name: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length >= 2 && name.length <= 40

function NameForm({ helpCentre }: { helpCentre: HelpCentre }) {
  const naming = useHelpCentreNaming()
  const [name, setName] = useState(helpCentre.name ?? '')
  const [isUnfit, setUnfit] = useState(false)
  const id = useId()
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const wanted = name.trim().toLowerCase()
    setUnfit(!isName(wanted))
    if (!isName(wanted)) return event.currentTarget.querySelector('input')?.focus()
    if (!naming.isPending) naming.mutate(wanted)
  }
  return (
    <form class="settings-form" onSubmit={submit} noValidate>
      <div class="field settings-wide">
        <label for={id}>{words.name}</label>
        <input
          id={id}
          class="input help-centre-name"
          dir="ltr"
          maxLength={40}
          autocomplete="off"
          spellcheck={false}
          value={name}
          aria-invalid={isUnfit}
          aria-describedby={`${id}-hint`}
          onInput={(event) => {
            setName(event.currentTarget.value)
            setUnfit(false)
            if (naming.isSuccess || naming.isError) naming.reset()
          }}
        />
        <span class={isUnfit ? 'field-error' : 'soft small'} id={`${id}-hint`}>
          {isUnfit ? words.unfit : words.hint}
        </span>
      </div>
      <div class="settings-actions">
        <button type="submit" class="button" data-look="main" aria-disabled={naming.isPending}>
          {naming.isPending ? words.saving : words.save}
        </button>
        <span class="soft small" role="status">
          {naming.isSuccess && words.saved}
        </span>
      </div>
      {naming.isError && <ProblemNotice error={naming.error} />}
    </form>
  )
}
