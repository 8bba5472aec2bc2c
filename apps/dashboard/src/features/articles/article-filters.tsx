import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { SearchField } from '../people/search-field.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { languageName, offeredLanguages } from './languages.ts'

const words = text.articles.filter
const states = [undefined, 'published', 'draft'] as const

/** The parameters of the address that are filters of the list. */
export const filterNames = ['q', 'areaId', 'locale', 'state'] as const

export function ArticleFilters() {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const areas = useAreas().data?.items ?? []
  const locale = filter('locale')
  const languages = offeredLanguages()
  const set = (name: (typeof filterNames)[number], value: string) =>
    route(filtered({ [name]: value || undefined }), true)
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{words.label}</legend>
      <SearchField label={words.search} placeholder={words.searchHint} parameter="q" />
      <div class="segmented">
        {states.map((state) => (
          <a key={state ?? ''} href={filtered({ state })} aria-current={filter('state') === state ? 'true' : undefined}>
            {state === undefined ? words.all : text.articles.states[state]}
          </a>
        ))}
      </div>
      <select
        class="select"
        aria-label={text.articles.list.area}
        value={filter('areaId') ?? ''}
        onChange={(event) => set('areaId', event.currentTarget.value)}
      >
        <option value="">{words.anyArea}</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="none">{words.noArea}</option>
      </select>
      <select
        class="select"
        aria-label={text.articles.editor.languages.choose}
        value={locale ?? ''}
        onChange={(event) => set('locale', event.currentTarget.value)}
      >
        <option value="">{words.anyLanguage}</option>
        {(locale && !languages.includes(locale) ? [locale, ...languages] : languages).map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </fieldset>
  )
}
