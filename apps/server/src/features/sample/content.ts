import { SurveyForm, SurveyId, SurveyKind, SurveyTexts } from '@heed/contracts'
import { z } from 'zod'
import areas from './content/areas.json' with { type: 'json' }
import comments from './content/comments.json' with { type: 'json' }
import draft from './content/draft.json' with { type: 'json' }
import names from './content/names.json' with { type: 'json' }
import questionLines from './content/questions.jsonl?raw'
import replies from './content/replies.json' with { type: 'json' }
import surveys from './content/surveys.json' with { type: 'json' }

const articleFiles = import.meta.glob<string>('./content/articles/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const FrontMatter = z.object({ title: z.string(), area: z.string(), intent: z.string() })
export type SampleArticle = z.infer<typeof FrontMatter> & { slug: string; body: string }

const parseArticle = ([path, text]: [string, string]): SampleArticle => {
  const [, head = '', body = ''] = text.split(/^---$/m)
  const entries = head
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()])
  const slug = path.slice(path.lastIndexOf('/') + 1, -'.md'.length)
  return { ...FrontMatter.parse(Object.fromEntries(entries)), slug, body: body.trim() }
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
  questions: questionLines
    .trim()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line))),
  /** Surveys that show when a page calls for them by id, so the ids are the same in every sample. */
  calledSurveys: z.array(CalledSurvey).parse(surveys),
  /** One that is still to be launched. */
  draft: WordedSurvey.parse(draft),
  comments,
  names,
  repliesByArea: new Map(Object.entries(replies.byArea)),
  closings: replies.closings,
}
