import { SurveyDefinition, surveyKinds } from '@heed/contracts'
import { expect, it } from 'vitest'
import { type Fault, launchFaults } from './launch-faults.ts'

const now = new Date('2026-03-02T10:00:00.000Z')
const faults = (given: object): Fault[] =>
  launchFaults(SurveyDefinition.parse({ name: 'Pulse', kind: 'nps', ...given }), 'en', now)
const fields = (given: object) => faults(given).map(({ field }) => field)
const abc = { a: 'A', b: 'B', c: 'C' }

it('lets a survey go whose kind has a standard wording for everything', () => {
  const ready = surveyKinds.filter((kind) => faults({ kind }).length === 0)

  expect(ready).toEqual(['nps', 'csat', 'ces', 'rating', 'text'])
})

it.each([
  ['no options', {}, ['form.options']],
  ['an option twice', { form: { options: ['a', 'a'] }, texts: { en: { options: abc } } }, ['form.options']],
  ['words for none', { form: { options: ['a', 'b'] } }, ['texts.en.options.a', 'texts.en.options.b']],
  [
    'words of spaces',
    { form: { options: ['a', 'b'] }, texts: { de: { options: { a: 'A', b: ' ' } } } },
    ['texts.de.options.b'],
  ],
  [
    'words in one language or another',
    { form: { options: ['a', 'b'] }, texts: { de: { options: { a: 'A' } }, fr: { options: { b: 'B' } } } },
    [],
  ],
])('says of choices with %s what is missing', (_, given, missing) => {
  expect(fields({ kind: 'single_choice', ...given })).toEqual(missing)
  expect(fields({ kind: 'multiple_choice', ...given })).toEqual(missing)
})

it('compares exactly two ideas', () => {
  const compared = (options: string[]) =>
    faults({ kind: 'comparison', form: { options }, texts: { en: { options: abc } } })

  expect(compared(['a', 'b'])).toEqual([])
  expect(compared(['a', 'b', 'c'])).toEqual([{ field: 'form.options', message: 'must be exactly two' }])
})

it('asks for the idea of a reaction, in the workspace’s language unless there is another', () => {
  expect(fields({ kind: 'reaction', texts: { de: { idea: ' ' } } })).toEqual(['texts.de.idea'])
  expect(fields({ kind: 'reaction' })).toEqual(['texts.en.idea'])
  expect(fields({ kind: 'reaction', texts: { de: { idea: 'Dunkles Design' } } })).toEqual([])
})

it.each([
  ['a link for promoters of a text', { kind: 'text', form: { link: link(['high']) } }, ['form.link.bands']],
  ['a link for all of a text', { kind: 'text', form: { link: link() } }, []],
  ['a link for promoters of NPS', { form: { link: link(['high']) } }, []],
  ['properties without an event', { trigger: { where: { plan: 'pro' } } }, ['trigger.event']],
  [
    'an age that ends before it begins',
    { targeting: { firstSeenDays: { from: 8, to: 7 } } },
    ['targeting.firstSeenDays.to'],
  ],
  ['an age of one day', { targeting: { firstSeenDays: { from: 7, to: 7 } } }, []],
  ['a target longer than its wave', { sampling: target({ days: 31 }), repeatAfterDays: 30 }, ['sampling.days']],
  ['a target as long as its wave', { sampling: target({ days: 30 }), repeatAfterDays: 30 }, []],
  ['cuts that fall', { sampling: target({ spendCutsMinor: [200, 100] }) }, ['sampling.spendCutsMinor']],
  ['an end that has passed', { schedule: { endsAt: '2026-03-02T10:00:00.000Z' } }, ['schedule.endsAt']],
  [
    'an end before its start',
    { schedule: { startsAt: '2026-03-05T00:00:00.000Z', endsAt: '2026-03-04T00:00:00.000Z' } },
    ['schedule.endsAt'],
  ],
  ['a start that has passed', { schedule: { startsAt: '2026-03-01T00:00:00.000Z' } }, []],
])('looks at %s', (_, given, wrong) => {
  expect(fields(given)).toEqual(wrong)
})

function link(bands?: string[]) {
  return { url: 'https://reviews.example/acme', ...(bands && { bands }) }
}

function target(given: object) {
  return { mode: 'target', answers: 100, ...given }
}
