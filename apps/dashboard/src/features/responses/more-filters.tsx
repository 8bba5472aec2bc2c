import type { SurveyListItem } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { valueName } from '../segments/field-names.ts'
import type { Filters } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useAreas } from '../tickets/use-tickets.ts'

const words = text.responses.filters

/** Comments, and what the team marked answers with. @param onlyComments the page is about comments anyway */
export function MarkFilters({ onlyComments }: { onlyComments: boolean }) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const areas = useAreas().data?.items ?? []
  const set = (changed: Filters) => route(filtered(changed), true)
  const areaId = filter('areaId')
  return (
    <>
      {(areas.length > 0 || areaId !== undefined) && (
        <select
          class="select"
          aria-label={words.area}
          value={areaId ?? ''}
          onChange={(event) => set({ areaId: event.currentTarget.value || undefined })}
        >
          <option value="">{words.anyArea}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {!onlyComments && (
        <label class="check">
          <input
            type="checkbox"
            checked={filter('commented') === 'true'}
            onChange={(event) => set({ commented: event.currentTarget.checked ? 'true' : undefined })}
          />
          {words.commented}
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={filter('starred') === 'true'}
          onChange={(event) => set({ starred: event.currentTarget.checked ? 'true' : undefined })}
        />
        {words.starred}
      </label>
    </>
  )
}

type OfSurvey = Pick<SurveyListItem, 'version' | 'form' | 'texts'>

/** What only answers to one survey can be told apart by: its versions, its languages and its options. */
export function SurveyFilters({ survey }: { survey: OfSurvey | undefined }) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const set = (changed: Filters) => route(filtered(changed), true)
  const [version, choice, language] = [filter('version'), filter('choice'), filter('locale')]
  const versions = Array.from({ length: survey?.version ?? 0 }, (_, at) => String(at + 1))
  const options = survey?.form.options ?? []
  const languages = Object.keys(survey?.texts ?? {})
  return (
    <>
      {(versions.length > 1 || version !== undefined) && (
        <select
          class="select"
          aria-label={words.version}
          value={version ?? ''}
          onChange={(event) => set({ version: event.currentTarget.value || undefined })}
        >
          <option value="">{words.anyVersion}</option>
          {withNamed(versions, version).map((each) => (
            <option key={each} value={each}>
              {words.versionNumber(each)}
            </option>
          ))}
        </select>
      )}
      {(languages.length > 1 || language !== undefined) && (
        <select
          class="select"
          aria-label={words.language}
          value={language ?? ''}
          onChange={(event) => set({ locale: event.currentTarget.value || undefined })}
        >
          <option value="">{words.anyLanguage}</option>
          {withNamed(languages, language).map((each) => (
            <option key={each} value={each}>
              {each === 'none' ? words.unknownLanguage : valueName('locale', each)}
            </option>
          ))}
        </select>
      )}
      {(options.length > 0 || choice !== undefined) && (
        <select
          class="select"
          aria-label={words.choice}
          value={choice ?? ''}
          onChange={(event) => set({ choice: event.currentTarget.value || undefined })}
        >
          <option value="">{words.anyChoice}</option>
          {withNamed(options, choice).map((each) => (
            <option key={each} value={each}>
              {optionWords(survey, each)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

/** What stands in the address must be seen, and can be taken out, whether or not it is there still. */
const withNamed = (offered: string[], named: string | undefined): string[] =>
  named === undefined || offered.includes(named) ? offered : [named, ...offered]

const optionWords = (survey: OfSurvey | undefined, option: string): string =>
  Object.values(survey?.texts ?? {})
    .map(({ options }) => options?.[option])
    .find(Boolean) ?? option
