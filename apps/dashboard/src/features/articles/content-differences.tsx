import type { ArticleContent, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { useAudienceWords } from './audience-field.tsx'
import { type ContentField, changedFields } from './content.ts'
import { languageName } from './languages.ts'
import { TextDifferences } from './text-differences.tsx'

const words = text.articles.editor.history

type Props = { before: ArticleContent; after: ArticleContent; workspace: Workspace }

/** In what two contents of an article differ, in words. */
export function ContentDifferences({ before, after, workspace }: Props) {
  const changed = changedFields(before, after)
  const wordsBefore = useFieldWords(before, workspace)
  const wordsAfter = useFieldWords(after, workspace)
  if (changed.length === 0) return <p class="soft">{words.same}</p>
  const fields = changed.filter((field): field is OtherField => field !== 'body')
  return (
    <>
      {fields.length > 0 && (
        <ul class="article-field-changes">
          {fields.map((field) => (
            <li key={field}>{words.field(words.fields[field], wordsBefore(field), wordsAfter(field))}</li>
          ))}
        </ul>
      )}
      <TextDifferences before={before.body} after={after.body} />
    </>
  )
}

type OtherField = Exclude<ContentField, 'body'>

function useFieldWords(content: ArticleContent, workspace: Workspace) {
  const areas = useAreas().data?.items ?? []
  const audience = useAudienceWords(content.audience, workspace)
  return (field: OtherField): string => {
    switch (field) {
      case 'areaId':
        return areas.find(({ id }) => id === content.areaId)?.name ?? words.none
      case 'audience':
        return audience
      case 'knownIssue':
        return content.knownIssue ? words.yes : words.no
      case 'locale':
        return languageName(content.locale)
      default:
        return content[field] || words.none
    }
  }
}
