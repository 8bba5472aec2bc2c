import type { WorkspacePatch, WorkspaceSettings } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { CurrencyOptions } from '../../ui/currency-options.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { languageName } from '../surveys/form/language-tabs.tsx'
import { widgetLanguages } from '../surveys/texts.ts'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'
import { useWorkspace, useWorkspaceChange } from './use-workspace.ts'
import './workspace.css'

const words = text.settings.workspace

/** What the workspace is called, how its widget looks and speaks, and in what it counts money. */
export function WorkspacePage({ mayChange }: SectionProps) {
  const query = useWorkspace()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={520} />}>
        {(settings) => <WorkspaceForm settings={settings} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

function WorkspaceForm({ settings, mayChange }: { settings: WorkspaceSettings; mayChange: boolean }) {
  const change = useWorkspaceChange()
  // Only these are sent: somebody else may have changed the others since the page was opened.
  const [changes, setChanges] = useState<Partial<Omit<WorkspaceSettings, 'id' | 'currencyFixed'>>>({})
  const typed = { ...settings, ...changes }
  const isChanged = Object.keys(changes).length > 0
  const [isNameless, setNameless] = useState(false)

  const put = (changed: typeof changes) => {
    setChanges({ ...changes, ...changed })
    setNameless(false)
    if (change.isSuccess || change.isError) change.reset()
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const name = typed.name.trim()
    setNameless(name === '')
    if (name === '') return event.currentTarget.querySelector<HTMLElement>('[name=name]')?.focus()
    if (!isChanged || change.isPending) return
    const patch: WorkspacePatch = { ...changes, ...(changes.name !== undefined && { name }) }
    change.mutate(patch, { onSuccess: () => setChanges({}) })
  }
  return (
    <form class="card panel workspace-form" onSubmit={submit} noValidate>
      <fieldset disabled={!mayChange}>
        <FormField label={words.name} hint={words.nameHint} fault={isNameless ? words.nameMissing : null}>
          {(described) => (
            <input
              class="input"
              name="name"
              maxLength={100}
              autoComplete="organization"
              value={typed.name}
              onInput={(event) => put({ name: event.currentTarget.value })}
              {...described}
            />
          )}
        </FormField>
        <FormField label={words.accent} hint={words.accentHint}>
          {(described) => (
            <input
              class="workspace-accent"
              type="color"
              name="accent"
              value={typed.accent}
              onInput={(event) => put({ accent: event.currentTarget.value })}
              {...described}
            />
          )}
        </FormField>
        <FormField label={words.language} hint={words.languageHint}>
          {(described) => (
            <select
              class="select"
              name="defaultLocale"
              value={typed.defaultLocale}
              onChange={(event) => put({ defaultLocale: event.currentTarget.value })}
              {...described}
            >
              {[...new Set([...widgetLanguages, settings.defaultLocale])].map((each) => (
                <option key={each} value={each}>
                  {languageName(each)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={words.privacy} hint={words.privacyHint}>
          {(described) => (
            <select
              class="select"
              name="privacySignal"
              value={typed.privacySignal}
              onChange={(event) => put({ privacySignal: event.currentTarget.value === 'ignore' ? 'ignore' : 'honour' })}
              {...described}
            >
              <option value="honour">{words.honour}</option>
              <option value="ignore">{words.ignore}</option>
            </select>
          )}
        </FormField>
        <FormField label={words.currency} hint={settings.currencyFixed ? words.currencyFixed : words.currencyOpen}>
          {(described) => (
            <select
              class="select"
              name="currency"
              disabled={settings.currencyFixed}
              value={typed.currency}
              onChange={(event) => put({ currency: event.currentTarget.value })}
              {...described}
            >
              <CurrencyOptions chosen={typed.currency} />
            </select>
          )}
        </FormField>
      </fieldset>
      <p class="soft small" role="status">
        {change.isSuccess && words.saved}
      </p>
      {change.isError && <ProblemNotice error={change.error} />}
      {mayChange && (
        <div class="settings-actions">
          <button type="submit" class="button" data-look="main" aria-disabled={!isChanged || change.isPending}>
            {change.isPending ? words.saving : words.save}
          </button>
        </div>
      )}
    </form>
  )
}
