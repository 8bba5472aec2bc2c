import type { CustomerSort } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { SearchField } from './search-field.tsx'

const words = text.people.sort

type Props = {
  search: { label: string; placeholder: string }
  sorts: readonly CustomerSort[]
  sort: CustomerSort
  columns: Parameters<typeof ColumnChooser>[0]
}

/** Above a list of customers: search and columns; and the sort, where there are no heads of columns to press. */
export function ListTools({ search, sorts, sort, columns }: Props) {
  const { filtered } = useSegment()
  const { route } = useLocation()
  return (
    <div class="list-tools">
      <SearchField {...search} />
      <select
        class="select list-sort"
        aria-label={words.label}
        value={sort}
        onChange={({ currentTarget: { value } }) =>
          route(filtered({ sort: value === 'name' ? undefined : value }), true)
        }
      >
        {sorts.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
      <ColumnChooser {...columns} />
    </div>
  )
}
