import type { RateTable } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RateForm } from './rate-form.tsx'
import { RatesTable } from './rates-table.tsx'
import type { SectionProps } from './section-props.ts'
import { SettingsPanel } from './settings-panel.tsx'
import { useRates } from './use-rates.ts'

const words = text.settings.currencies

/** What foreign currencies are worth, and whose spend is not counted for want of a rate. */
export function CurrenciesPage({ workspace, mayChange }: SectionProps) {
  const query = useRates()
  return (
    <>
      <header class="settings-head">
        <PageHeading title={words.title} />
        <p class="soft">{words.lead}</p>
        <p>
          <strong>{words.reporting(workspace.currency)}</strong>
        </p>
        {!mayChange && <p class="soft">{words.readOnly}</p>}
      </header>
      <Loaded query={query} skeleton={<Skeleton height={400} />}>
        {(table) => <Rates table={table} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

function Rates({ table, mayChange }: { table: RateTable; mayChange: boolean }) {
  const [currency, setCurrency] = useState('')
  const [said, setSaid] = useState('')
  const rateField = useRef<HTMLInputElement>(null)
  const addFor = (missing: string) => {
    setCurrency(missing)
    rateField.current?.focus()
  }
  return (
    <div class="settings-cards">
      {table.missing.length > 0 && <Missing missing={table.missing} {...(mayChange && { onAdd: addFor })} />}
      <SettingsPanel id="rates" title={words.table}>
        <p class="soft">{words.form.explain}</p>
        {table.rates.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <RatesTable table={table} mayChange={mayChange} onRemoved={setSaid} />
        )}
        <p class="soft small" role="status">
          {said}
        </p>
        {mayChange && (
          <RateForm
            reporting={table.reporting}
            currency={currency}
            onCurrency={setCurrency}
            rateField={rateField}
            onSaved={setSaid}
          />
        )}
      </SettingsPanel>
    </div>
  )
}

function Missing({ missing, onAdd }: { missing: RateTable['missing']; onAdd?: (currency: string) => void }) {
  return (
    <section class="card panel">
      <h2>{words.missing.title}</h2>
      <p>{words.missing.body}</p>
      <ul class="missing-rates">
        {missing.map(({ currency, accounts }) => (
          <li key={currency}>
            <span class="numbers">{words.missing.row(currency, accounts)}</span>
            {onAdd && (
              <button
                type="button"
                class="button"
                aria-label={words.missing.addFor(currency)}
                onClick={() => onAdd(currency)}
              >
                {words.missing.add}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
