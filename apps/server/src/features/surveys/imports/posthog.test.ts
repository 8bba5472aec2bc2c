import { SurveyDefinition } from '@heed/contracts'
import { expect, it } from 'vitest'
import type { Imported } from './formbricks.ts'
import { fromPostHog } from './posthog.ts'
import nps from './testdata/posthog-nps.json' with { type: 'json' }

const read = (survey: object): Imported => {
  const imported = fromPostHog(survey, 'en')
  if (!imported) throw new Error('is no survey of PostHog')
  for (const draft of imported.drafts) SurveyDefinition.parse(draft)
  return imported
}
const asking = (questions: object[], rest: object = {}) => read({ name: 'Pulse', type: 'popover', questions, ...rest })

it('makes one draft of a score and what its branches ask, in every language', () => {
  const { drafts } = read(nps)

  expect(drafts).toEqual([
    {
      name: 'Quarterly NPS',
      kind: 'nps',
      form: { accent: '#1d4aff' },
      texts: {
        en: {
          question: 'How likely are you to recommend us to a friend?',
          followUp: { low: 'What could be better?', middle: 'What could be better?', high: 'What do you like?' },
          thanks: 'Thanks, we read it all',
        },
        fr: {
          question: 'Nous recommanderiez-vous à un ami ?',
          followUp: { low: 'Que pourrions-nous améliorer ?', middle: 'Que pourrions-nous améliorer ?' },
          thanks: 'Merci !',
        },
      },
      trigger: { delayMs: 2_000, path: '*/billing*', event: 'invoice paid', where: { plan: 'pro' } },
      targeting: {},
      sampling: { mode: 'share', share: 0.4 },
      repeatAfterDays: 90,
      priority: 50,
      schedule: { startsAt: null, endsAt: null, answerLimit: 500 },
      alerts: {},
    },
  ])
})

it('names what it leaves out', () => {
  expect(
    read(nps)
      .leftOut.map(({ path }) => path)
      .sort(),
  ).toEqual([
    'appearance.backgroundColor',
    'appearance.position',
    'conditions.deviceTypes',
    'conditions.events.repeatedActivation',
    'conditions.events.values[0].propertyFilters.amount',
    'conditions.events.values[1]',
    'conditions.seenSurveyWaitPeriodInDays',
    'description',
    'iteration_count',
    'questions[0].buttonText',
    'questions[0].lowerBoundLabel',
    'questions[0].upperBoundLabel',
  ])
})

it('asks choices, and what comes right after them', () => {
  const { drafts, leftOut } = asking([
    {
      type: 'multiple_choice',
      question: 'Which do you use?',
      choices: ['Cards', 'Payments', 'Other'],
      hasOpenChoice: true,
      shuffleOptions: true,
      translations: { de: { question: 'Was nutzen Sie?', choices: ['Karten', 'Zahlungen', 'Anderes'] } },
    },
    { type: 'open', question: 'Why?' },
    { type: 'link', question: 'Read more', link: 'https://acme.example' },
  ])

  expect(drafts).toMatchObject([
    {
      kind: 'multiple_choice',
      form: { options: ['option-1', 'option-2', 'option-3'], shuffle: true },
      texts: {
        en: { options: { 'option-1': 'Cards', 'option-3': 'Other' }, followUp: { any: 'Why?' } },
        de: { question: 'Was nutzen Sie?', options: { 'option-2': 'Zahlungen' } },
      },
    },
  ])
  expect(leftOut.map(({ path }) => path)).toEqual(['questions[0].hasOpenChoice', 'questions[2]'])
})

it('has no follow-up where not every option leads to the same question', () => {
  const { drafts, leftOut } = asking([
    {
      type: 'single_choice',
      question: 'Is it clear?',
      choices: ['Yes', 'No'],
      branching: { type: 'response_based', responseValues: { '0': 'end', '1': 1 } },
    },
    { type: 'open', question: 'What is not?' },
  ])

  expect(drafts.map(({ kind }) => kind)).toEqual(['single_choice', 'text'])
  expect(leftOut).toContainEqual({
    path: 'questions[0].branching',
    reason: expect.stringContaining('not every answer'),
  })
})

it.each([
  [
    { scale: 5, display: 'emoji' },
    { kind: 'rating', form: { icons: 'faces' } },
  ],
  [
    { scale: 5, display: 'number' },
    { kind: 'rating', form: { icons: 'stars' } },
  ],
  [{ scale: 7, display: 'number' }, { kind: 'ces' }],
])('asks a rating of %o', (given, draft) => {
  expect(asking([{ type: 'rating', question: 'How?', ...given }]).drafts).toMatchObject([draft])
})

it.each([
  ['exact', '/pricing', '/pricing'],
  ['exact', 'https://acme.example/pricing', '/pricing'],
  ['icontains', 'pricing', '*pricing*'],
  [undefined, '/pricing', '*/pricing*'],
  ['icontains', 'https://acme.example', '*/*'],
  ['regex', '^/p', undefined],
  ['is_not', '/pricing', undefined],
  ['icontains', '/pricing?plan=pro', undefined],
  ['exact', 'pricing', undefined],
])('holds an address that is %s %s as the path %s', (urlMatchType, url, path) => {
  const { drafts, leftOut } = asking([{ type: 'open', question: 'So?' }], { conditions: { url, urlMatchType } })

  expect(drafts[0]?.trigger).toEqual({ delayMs: 0, ...(path && { path }) })
  expect(leftOut.map((left) => left.path)).toEqual(path ? [] : ['conditions.url'])
})

it.each([
  ['once', undefined, null],
  ['recurring', 30, 30],
  ['recurring', null, null],
  ['always', undefined, null],
])('repeats a survey of schedule %s every %s days after %s', (schedule, days, repeatAfterDays) => {
  const { drafts } = asking([{ type: 'open', question: 'So?' }], { schedule, iteration_frequency_days: days })

  expect(drafts[0]?.repeatAfterDays).toBe(repeatAfterDays)
})

it('opens by its id what had a button, a page or an app of its own', () => {
  for (const type of ['widget', 'api', 'external_survey'])
    expect(asking([{ type: 'open', question: 'So?' }], { type }).drafts[0]?.trigger).toEqual({ delayMs: 0, code: true })
})

it.each([
  {},
  [],
  'survey',
  null,
  { name: 'x' },
  { name: 'x', questions: [] },
  { name: 'x', questions: [{ type: 'open' }] },
])('knows that %o is no survey', (exported) => {
  expect(fromPostHog(exported, 'en')).toBeUndefined()
})
