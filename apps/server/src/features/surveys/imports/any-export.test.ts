import { SurveyDefinition } from '@heed/contracts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromFormbricks } from './formbricks.ts'
import { fromPostHog } from './posthog.ts'
import blocks from './testdata/formbricks-blocks.json' with { type: 'json' }
import formbricks from './testdata/formbricks-nps.json' with { type: 'json' }
import posthog from './testdata/posthog-nps.json' with { type: 'json' }

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, '', '  ', [], {}, -1, 0.5, 1e12, true, 'x'.repeat(2_000), '<p></p>', 'zz-1', '#fff'),
  fc.string(),
  fc.double({ noNaN: true }),
)

type Place = (string | number)[]
const placesIn = (value: unknown, at: Place = []): Place[] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...at, name]))]
    : [at]

const withOdd = (survey: object, place: Place, value: unknown): unknown => {
  if (place.length === 0) return value
  const copy = structuredClone(survey) as Record<string | number, unknown>
  let inner = copy
  for (const name of place.slice(0, -1)) inner = inner[name] as Record<string | number, unknown>
  inner[place.at(-1) ?? ''] = value
  return copy
}

it.each([
  ['Formbricks', formbricks, fromFormbricks],
  ['Formbricks, in blocks', blocks, fromFormbricks],
  ['PostHog', posthog, fromPostHog],
] as const)('makes drafts that can be stored of whatever an export of %s holds', (_, survey, read) => {
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(survey)), odd, (place, value) => {
      const imported = read(withOdd(survey, place, value), 'en')
      for (const draft of imported?.drafts ?? []) expect(SurveyDefinition.safeParse(draft).error).toBeUndefined()
    }),
    { numRuns: 600 },
  )
})
