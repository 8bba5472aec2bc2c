import type { ImportKind, ImportPreview } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { fieldsOf, type Mapping, traitsOf } from './column-meanings.ts'
import { SettingsTable } from './settings-table.tsx'

const words = text.settings.import.mapping

type Props = {
  kind: ImportKind
  columns: ImportPreview['columns']
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

/** Says of each column what it is: a field, a trait, or nothing. */
export function ColumnMapping({ kind, columns, mapping, onChange }: Props) {
  const choose = (column: string, meaning: string) => {
    const { [column]: _before, ...others } = mapping
    onChange(meaning === '' ? others : { ...others, [column]: meaning })
  }
  return (
    <SettingsTable caption={words.title} columns={[words.column, words.samples, words.meaning]}>
      {columns
        .filter(({ name }) => name !== '')
        .map(({ name, samples }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="samples soft" data-label={words.samples}>
              {samples.length === 0 ? words.noSamples : samples.map((sample) => <span key={sample}>{sample}</span>)}
            </td>
            <td>
              <select
                class="select"
                aria-label={words.meaningOf(name)}
                value={mapping[name] ?? ''}
                onChange={(event) => choose(name, event.currentTarget.value)}
              >
                <option value="">{words.leaveOut}</option>
                {fieldsOf(kind).map(({ group, fields }) => (
                  <optgroup key={group} label={group}>
                    {fields.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </optgroup>
                ))}
                <optgroup label={words.groups.other}>
                  {traitsOf(kind, name, mapping[name]).map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              </select>
            </td>
          </tr>
        ))}
    </SettingsTable>
  )
}
