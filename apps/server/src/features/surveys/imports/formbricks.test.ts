import { SurveyDefinition } from '@heed/contracts'
import { expect, it } from 'vitest'
import { fromFormbricks, type Imported } from './formbricks.ts'
import blocks from './testdata/formbricks-blocks.json' with { type: 'json' }
import nps from './testdata/formbricks-nps.json' with { type: 'json' }

const read = (survey: object): Imported => {
  const imported = fromFormbricks(survey, 'en')
  if (!imported) throw new Error('is no survey of Formbricks')
  for (const draft of imported.drafts) SurveyDefinition.parse(draft)
  return imported
}
/** A survey of these questions and no more. */
const asking = (questions: object[], rest: object = {}) => read({ name: 'Pulse', questions, ...rest })
const question = (type: string, rest: object = {}) => ({ id: type, type, headline: { default: 'So?' }, ...rest })

it('makes one draft of a score and the open questions that its logic leads to, in every language', () => {
  const { drafts } = read(nps)

  expect(drafts).toEqual([
    {
      name: 'Customers of Acme',
      kind: 'nps',
      form: { link: { url: 'https://reviews.example/acme' }, accent: '#1A6B5C' },
      texts: {
        en: {
          question: 'How likely are you to recommend Acme & Co?',
          followUp: { low: 'What went wrong?', high: 'What do you like most?' },
          thanks: 'Thank you',
          linkLabel: 'Leave a review',
        },
        de: {
          question: 'Wie wahrscheinlich empfehlen Sie Acme & Co weiter?',
          followUp: { low: 'Was lief schief?', high: 'Was gefällt Ihnen am besten?' },
          thanks: 'Danke',
          linkLabel: 'Bewerten',
        },
      },
      trigger: { delayMs: 3_000, path: '/billing*' },
      targeting: {},
      sampling: { mode: 'share', share: 0.25 },
      repeatAfterDays: 90,
      priority: 50,
      schedule: { startsAt: null, endsAt: '2027-01-01T00:00:00.000Z', answerLimit: 400 },
      alerts: {},
    },
  ])
})

it('names what it leaves out, and nothing that says nothing', () => {
  expect(read(nps).leftOut.map(({ path }) => path)).toEqual([
    'questions[0].lowerLabel',
    'questions[0].upperLabel',
    'questions[1].placeholder',
    'endings[0].subheader',
    'triggers[0].actionClass.noCodeConfig.urlFilters[1]',
    'triggers[1]',
    'autoClose',
    'welcomeCard',
    'segment',
  ])
})

it('reads blocks: options with ids that fit, follow-ups by block, and no logic that splits a band', () => {
  const { drafts, leftOut } = read(blocks)

  expect(drafts).toMatchObject([
    {
      name: 'After onboarding',
      kind: 'single_choice',
      form: { options: ['price', 'zf2k31lm09qpxv8r5tyw7hcd', 'other'], shuffle: true },
      texts: {
        en: {
          question: 'Why did you choose us?',
          options: { price: 'The price', other: 'Other' },
          followUp: { any: 'Tell us more' },
        },
      },
      repeatAfterDays: null,
    },
    {
      name: 'After onboarding (2)',
      kind: 'rating',
      form: { icons: 'stars' },
      texts: { en: { question: 'How was the tour?' } },
    },
    { name: 'After onboarding (3)', kind: 'text', texts: { en: { question: 'What was bad?' } } },
  ])
  expect(drafts[1]?.texts.en?.followUp).toBeUndefined()
  expect(Object.fromEntries(leftOut.map(({ path, reason }) => [path, reason]))).toMatchObject({
    'blocks[0].elements[0].headline': expect.stringContaining('recalled'),
    'blocks[0].elements[0].choices[2]': expect.stringContaining('text field'),
    'blocks[0].elements[0].shuffleOption': expect.any(String),
    'blocks[0].elements[0].otherOptionPlaceholder': expect.any(String),
    'blocks[1].logic': expect.stringContaining('low'),
    'blocks[2].elements[0]': expect.stringContaining('consent'),
    'endings[0].url': expect.any(String),
    recontactDays: expect.any(String),
    questions: expect.stringContaining('a survey of its own'),
  })
})

it.each([
  ['nps', {}, { kind: 'nps' }],
  ['csat', {}, { kind: 'csat' }],
  ['ces', { range: 7 }, { kind: 'ces' }],
  ['rating', { range: 5, scale: 'smiley' }, { kind: 'rating', form: { icons: 'faces' } }],
  ['rating', { range: 5, scale: 'number' }, { kind: 'rating', form: { icons: 'stars' } }],
  ['rating', { range: 7, scale: 'number' }, { kind: 'ces' }],
  ['openText', {}, { kind: 'text' }],
])('asks a %s of %o', (type, rest, draft) => {
  expect(asking([question(type, rest)]).drafts).toMatchObject([draft])
})

it.each([
  ['ces', { range: 5 }],
  ['rating', { range: 10 }],
  ['rating', { range: 3, scale: 'smiley' }],
  ['matrix', {}],
  ['ranking', { choices: [] }],
  ['cta', {}],
  ['fileUpload', {}],
  [
    'multipleChoiceMulti',
    { choices: Array.from({ length: 13 }, (_, at) => ({ id: `c${at}`, label: { default: 'C' } })) },
  ],
])('leaves a %s of %o out', (type, rest) => {
  const { drafts, leftOut } = asking([question(type, rest)])

  expect(drafts).toEqual([])
  expect(leftOut).toMatchObject([{ path: 'questions[0]' }])
})

it.each([
  [{ type: 'code', key: 'paid', name: 'Paid' }, { event: 'paid' }],
  [{ type: 'noCode', noCodeConfig: { type: 'exitIntent', urlFilters: [] } }, { leaving: true }],
  [{ type: 'noCode', noCodeConfig: { type: 'fiftyPercentScroll', urlFilters: [] } }, { scroll: 50 }],
  [{ type: 'noCode', noCodeConfig: { type: 'pageDwell', timeInSeconds: 30, urlFilters: [] } }, { delayMs: 30_000 }],
  [
    {
      type: 'noCode',
      noCodeConfig: {
        type: 'click',
        elementSelector: { cssSelector: '#pay' },
        urlFilters: [{ rule: 'exactMatch', value: '/pay' }],
      },
    },
    { clicked: '#pay', path: '/pay' },
  ],
  [{ type: 'automatic', name: '50% Scroll' }, { scroll: 50 }],
])('waits for the action %o', (actionClass, trigger) => {
  const { drafts, leftOut } = asking([question('nps')], { triggers: [{ actionClass }] })

  expect(drafts[0]?.trigger).toEqual({ delayMs: 0, ...trigger })
  expect(leftOut).toEqual([])
})

it('reads surveys of before version 2: plain texts, events by name, logic over one value', () => {
  const { drafts } = read({
    name: 'Old',
    questions: [
      {
        id: 'a',
        type: 'nps',
        headline: 'How likely?',
        logic: [{ condition: 'lessEqual', value: '6', destination: 'c' }],
        required: true,
      },
      { id: 'b', type: 'openText', headline: 'What is good?' },
      { id: 'c', type: 'openText', headline: 'What is bad?' },
    ],
    triggers: ['Paid'],
    thankYouCard: { enabled: true, headline: 'Thanks' },
  })

  expect(drafts).toMatchObject([
    {
      texts: {
        en: {
          question: 'How likely?',
          followUp: { low: 'What is bad?', middle: 'What is good?', high: 'What is good?' },
          thanks: 'Thanks',
        },
      },
      trigger: { event: 'Paid' },
    },
  ])
})

it('keeps two kinds of one language apart', () => {
  const languages = [{ default: true, enabled: true, language: { code: 'pt-BR' } }]
  const headline = { default: 'Como foi?', 'pt-PT': 'Como correu?', de: 'Wie war es?' }
  const [draft] = asking([question('csat', { headline })], { languages }).drafts

  expect(Object.keys(draft?.texts ?? {}).sort()).toEqual(['de', 'pt-BR', 'pt-PT'])
})

it('cuts what is too long, and no sign in two', () => {
  const { drafts, leftOut } = asking([question('csat', { headline: { default: `${'x'.repeat(299)}😀?` } })])

  expect(drafts[0]?.texts.en?.question).toBe('x'.repeat(299))
  expect(leftOut).toEqual([{ path: 'questions[0].headline', reason: expect.stringContaining('300') }])
})

it('takes no link that Heed would not offer', () => {
  const ending = (buttonLink: string) =>
    asking([question('nps')], { endings: [{ type: 'endScreen', buttonLabel: { default: 'Go' }, buttonLink }] })

  for (const url of ['http://acme.example', 'javascript:alert(1)', 'https://nowhere', 'acme'])
    expect(ending(url)).toMatchObject({ drafts: [{ form: {} }], leftOut: [{ path: 'endings[0].buttonLink' }] })
})

it.each([{}, [], 'survey', null, { name: 'x' }, { name: 'x', questions: 'y' }, { name: 'x', questions: [{ id: 1 }] }])(
  'knows that %o is no survey',
  (exported) => {
    expect(fromFormbricks(exported, 'en')).toBeUndefined()
  },
)
