import { SurveyForm, SurveyId, SurveyKind, SurveyTexts } from '@heed/contracts'
import { z } from 'zod'
import areas from './content/areas.json' with { type: 'json' }
import comments from './content/comments.json' with { type: 'json' }
import draft from './content/draft.json' with { type: 'json' }
import names from './content/names.json' with { type: 'json' }
import questionLines from './content/questions.jsonl?raw'
import replies from './content/replies.json' with { type: 'json' }
import surveys from './content/surveys.json' with { type: 'json' }
import unanswered from './content/unanswered.json' with { type: 'json' }

const articleFiles = import.meta.glob<string>('./content/articles/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const translationFiles = import.meta.glob<string>('./content/translations/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const FrontMatter = z.object({ title: z.string(), area: z.string(), intent: z.string() })
export type SampleArticle = z.infer<typeof FrontMatter> & { slug: string; body: string }

const parseFile = ([path, text]: [string, string]) => {
  const [, head = '', body = ''] = text.split(/^---$/m)
  const entries = head
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()])
  const [folder = '', file = ''] = path.split('/').slice(-2)
  return { fields: Object.fromEntries(entries), folder, slug: file.slice(0, -'.md'.length), body: body.trim() }
}

const parseArticle = (file: [string, string]): SampleArticle => {
  const { fields, slug, body } = parseFile(file)
  return { ...FrontMatter.parse(fields), slug, body }
}

const parseTranslation = (file: [string, string]) => {
  const { fields, folder, slug, body } = parseFile(file)
  return { ...FrontMatter.pick({ title: true }).parse(fields), slug, locale: folder, body }
}

const Question = z.object({ text: z.string(), intent: z.string() })

const WordedSurvey = z.strictObject({
  kind: SurveyKind,
  name: z.string(),
  form: SurveyForm.optional(),
  texts: z.record(z.string(), SurveyTexts),
})
const CalledSurvey = WordedSurvey.extend({ id: SurveyId, repeatAfterDays: z.int().nullable() })

/** Texts of the sample workspace; where they are from stands in content/README.md. */
export const content = {
  areas,
  articles: Object.entries(articleFiles).map(parseArticle),
  /** Of some articles, under the same slug. */
  translations: Object.entries(translationFiles).map(parseTranslation),
  questions: questionLines
    .trim()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line))),
  /** What people want that no article says, by similar wording; the first is wanted most. */
  unanswered,
  /** Surveys that show when a page calls for them by id, so the ids are the same in every sample. */
  calledSurveys: z.array(CalledSurvey).parse(surveys),
  /** One that is still to be launched. */
  draft: WordedSurvey.parse(draft),
  comments,
  names,
  repliesByArea: new Map(Object.entries(replies.byArea)),
  closings: replies.closings,
}
