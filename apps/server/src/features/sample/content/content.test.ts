import { readdirSync, readFileSync } from 'node:fs'
import { surveyKinds } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { content } from '../content.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const json = <T extends z.ZodType>(name: string, schema: T): z.infer<T> => schema.parse(JSON.parse(read(name)))

const Texts = z.array(z.string().trim().min(1))
const areas = json('areas.json', Texts)
const articleFiles = readdirSync(new URL('articles/', import.meta.url)).sort()

const articles = articleFiles.map((file) => {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(read(`articles/${file}`)) ?? []
  const lines = head.split('\n').map((line) => /^(\w+): (.+)$/.exec(line))
  const fields = Object.fromEntries(lines.map((match) => [match?.[1], match?.[2]]))
  return { file, fields, body, words: body.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0 }
})
const intents = new Set(articles.map((article) => article.fields.intent))

const questions = read('questions.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => z.strictObject({ text: z.string().min(15), intent: z.string() }).parse(JSON.parse(line)))

const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at)
const sameWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('help articles of the sample workspace', () => {
  it('are one for each of the 77 intents, named after it', () => {
    expect(articles).toHaveLength(77)
    expect(intents.size).toBe(77)
    for (const { file, fields } of articles) {
      expect(file).toBe(`${fields.intent?.toLowerCase().replaceAll('_', '-')}.md`)
    }
  })

  it('each have title, area and intent, nothing else, and a title that no other has', () => {
    for (const { file, fields } of articles) {
      expect(Object.keys(fields), file).toEqual(['title', 'area', 'intent'])
      expect(fields.title, `${file}: a title with ": " is not plain YAML`).not.toContain(': ')
    }
    expect(twice(articles.map((article) => article.fields.title ?? ''))).toEqual([])
  })

  it('stand in an area of the list, and every area has some', () => {
    expect(twice(areas)).toEqual([])
    expect([...new Set(articles.map((article) => article.fields.area))].sort()).toEqual([...areas].sort())
  })

  it.each(articles)(
    '$file answers in 60 to 160 words, with a list, in the Markdown that an article can hold',
    ({ body, words }) => {
      expect(words).toBeGreaterThanOrEqual(60)
      expect(words).toBeLessThanOrEqual(160)
      expect(body).toMatch(/^(- |1\. )/m)
      expect(body, 'no raw HTML, no tables, no first-level heading').not.toMatch(/<[a-z]|^\||^# /m)
    },
  )
})

describe('articles in further languages', () => {
  const languages = ['ar', 'de', 'lt', 'tr']

  it('are the same ones in each, of articles that are there in English', () => {
    const english = new Set(articles.map(({ file }) => file))
    expect(readdirSync(new URL('translations/', import.meta.url)).sort()).toEqual(languages)
    const files = languages.map((language) => readdirSync(new URL(`translations/${language}/`, import.meta.url)).sort())

    expect(new Set(files.map((names) => names.join())).size).toBe(1)
    expect(files[0]?.filter((file) => !english.has(file))).toEqual([])
  })

  it.each(content.translations)(
    '$locale: $title answers in 60 to 160 words, with a list',
    ({ title, locale, body }) => {
      const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
      const words = [...segmenter.segment(body)].filter(({ isWordLike }) => isWordLike).length

      expect(title).not.toContain(': ')
      expect(words).toBeGreaterThanOrEqual(60)
      expect(words).toBeLessThanOrEqual(160)
      expect(body).toMatch(/^(- |1\. )/m)
    },
  )
})

describe('customer questions', () => {
  it('are 1,700, each about an intent that has an article', () => {
    expect(questions).toHaveLength(1700)
    expect(questions.filter(({ intent }) => !intents.has(intent))).toEqual([])
  })

  it('cover every intent and hold no question twice', () => {
    expect(new Set(questions.map((question) => question.intent))).toEqual(intents)
    expect(twice(questions.map((question) => sameWords(question.text)))).toEqual([])
  })
})

describe('surveys that pages call for', () => {
  const surveys = content.calledSurveys

  it('are of every kind but NPS, each under an id of its own', () => {
    expect(new Set(surveys.map(({ kind }) => kind))).toEqual(new Set(surveyKinds.filter((kind) => kind !== 'nps')))
    expect(twice(surveys.map(({ id }) => id))).toEqual([])
  })

  it.each(surveys)('$name has its own words in each language, for every option too', ({ kind, form, texts }) => {
    expect(Object.keys(texts)).toEqual(['en', 'de', 'ar'])
    for (const { question, idea, options } of Object.values(texts)) {
      expect(kind === 'reaction' ? idea : question).toBeTruthy()
      expect(Object.keys(options ?? {})).toEqual(form?.options ?? [])
    }
  })
})

describe('replies, comments and names', () => {
  it('offer three to five first replies for each area, and eight closings', () => {
    const replies = json('replies.json', z.strictObject({ byArea: z.record(z.string(), Texts), closings: Texts }))

    expect(Object.keys(replies.byArea).sort()).toEqual([...areas].sort())
    for (const [area, texts] of Object.entries(replies.byArea)) {
      expect(texts.length, area).toBeGreaterThanOrEqual(3)
      expect(texts.length, area).toBeLessThanOrEqual(5)
    }
    expect(replies.closings).toHaveLength(8)
    expect(twice([...Object.values(replies.byArea).flat(), ...replies.closings])).toEqual([])
  })

  it('hold at least 60 comments a group, no comment twice', () => {
    const comments = json('comments.json', z.strictObject({ promoter: Texts, passive: Texts, detractor: Texts }))

    expect(Math.min(...Object.values(comments).map((group) => group.length))).toBeGreaterThanOrEqual(60)
    expect(twice(Object.values(comments).flat().map(sameWords))).toEqual([])
  })

  it('can build thousands of names that fold to ASCII for an e-mail address', () => {
    const names = json(
      'names.json',
      z.strictObject({
        firstNames: Texts.min(160),
        lastNames: Texts.min(160),
        companyWords: Texts.min(150),
        companyEndings: Texts.min(8),
        industries: Texts.length(8),
        countries: z
          .array(z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/), weight: z.number().positive() }))
          .length(10),
      }),
    )

    for (const list of [names.firstNames, names.lastNames, names.companyWords]) expect(twice(list)).toEqual([])
    const folded = [...names.firstNames, ...names.lastNames].map((name) =>
      name.normalize('NFKD').replace(/\p{M}/gu, ''),
    )
    expect(folded.filter((name) => !/^[A-Za-z]+$/.test(name))).toEqual([])
  })
})
