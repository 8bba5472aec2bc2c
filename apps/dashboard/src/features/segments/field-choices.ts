import type { SavedSegment, SegmentCondition, SegmentFields } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'

const words = text.segments.editor

export type FieldGroup = keyof typeof words.picker.groups

/** Something that a condition can be about. `start` is the condition before it has a value. */
export type FieldChoice = {
  key: string
  label: string
  /** What it is found by as well, in small letters. */
  otherNames?: readonly string[]
  /** Whose trait, where two have one name. */
  hint?: string
  /** People who did it. */
  people?: number
  start: SegmentCondition
}
export type FieldChoices = { group: FieldGroup; choices: FieldChoice[] }[]

const range = { op: 'between' } as const
const oneOf = { op: 'is' as const, values: [] as string[] }
const daysAgo = { op: 'ago' } as const
const once = { times: { from: 1 } }

const otherNames: Record<string, readonly string[]> = words.otherNames

const fixed = (label: string, start: SegmentCondition): FieldChoice => ({
  key: label,
  label,
  otherNames: otherNames[start.field] ?? [],
  start,
})

const customer: FieldChoice[] = [
  fixed(words.fields.plan, { field: 'plan', test: oneOf }),
  fixed(words.fields.spend, { field: 'spend', test: range }),
  fixed(words.fields.tenure, { field: 'tenure', test: range }),
  fixed(words.fields.seats, { field: 'seats', test: range }),
  fixed(words.fields.country, { field: 'country', test: oneOf }),
  fixed(words.fields.locale, { field: 'locale', test: oneOf }),
  fixed(words.fields.created, { field: 'created', test: daysAgo }),
  fixed(words.fields.seen, { field: 'seen', test: daysAgo }),
]

const feedback: FieldChoice[] = [
  fixed(words.fields.nps, { field: 'nps', score: {} }),
  fixed(words.fields.tickets, { field: 'tickets', ...once }),
  fixed(words.fields.ticketsOpen, { field: 'tickets', state: 'open', ...once }),
  fixed(words.fields.ticketsClosed, { field: 'tickets', state: 'closed', ...once }),
]

type Trait = SegmentFields['traits'][number]

const testOf = (kind: Trait['kind']) => (kind === 'number' ? range : kind === 'date' ? daysAgo : oneOf)

function traitChoice({ name, of, kind }: Trait, traits: Trait[]): FieldChoice {
  const isShared = traits.some((other) => other.name === name && other.of !== of)
  return {
    key: `${of}.${name}`,
    label: displayName(name),
    ...(isShared && { hint: of === 'person' ? words.picker.ofPerson : words.picker.ofAccount }),
    start: { field: 'trait', ...(isShared && { of }), name, test: testOf(kind) },
  }
}

/** All there is to filter by in the workspace, in groups. */
export function choicesOf(fields: SegmentFields | undefined, saved: readonly SavedSegment[]): FieldChoices {
  const { traits = [], events = [] } = fields ?? {}
  return [
    { group: 'customer', choices: customer },
    {
      group: 'traits',
      // Whoever sends a country sends it as a trait, and it stands among what is known of every customer.
      choices: traits.filter(({ name }) => name !== 'country').map((trait) => traitChoice(trait, traits)),
    },
    {
      group: 'behaviour',
      choices: events.map(({ name, people }) => ({
        key: `event.${name}`,
        label: name,
        people,
        start: { field: 'event', name, ...once, withinDays: 30 },
      })),
    },
    { group: 'feedback', choices: feedback },
    {
      group: 'saved',
      choices: saved.map(({ id, name }) => ({ key: id, label: name, start: { field: 'segment', id } })),
    },
  ]
}

/** Longest names that the language takes. */
const most = { trait: 100, event: 200 }

/** The choices that hold what was typed; for a name that nobody has yet, a trait or an event of that name. */
export function findChoices(all: FieldChoices, typed: string): FieldChoices {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return all
  const found = all.map(({ group, choices }) => ({
    group,
    choices: choices.filter((choice) => isCalled(choice, wanted)).sort(byBeginning(wanted)),
  }))
  const name = typed.trim()
  const isTaken = (kind: FieldGroup) =>
    all.some(({ group, choices }) => group === kind && choices.some(({ label }) => label.toLowerCase() === wanted))
  const mayTrait = name.length <= most.trait && !/["\\\p{Cc}]/u.test(name) && !isTaken('traits')
  const mayEvent = name.length <= most.event && !isTaken('behaviour')
  const named = [...(mayTrait ? [newTrait(name)] : []), ...(mayEvent ? [newEvent(name)] : [])]
  return [...found, { group: 'named', choices: named }]
}

const isCalled = ({ label, otherNames = [] }: FieldChoice, wanted: string) =>
  label.toLowerCase().includes(wanted) || otherNames.some((name) => name.startsWith(wanted))

const byBeginning = (wanted: string) => (a: FieldChoice, b: FieldChoice) =>
  Number(b.label.toLowerCase().startsWith(wanted)) - Number(a.label.toLowerCase().startsWith(wanted))

const newTrait = (name: string): FieldChoice => ({
  key: 'new trait',
  label: words.picker.newTrait(name),
  start: { field: 'trait', name, test: oneOf },
})

const newEvent = (name: string): FieldChoice => ({
  key: 'new event',
  label: words.picker.newEvent(name),
  start: { field: 'event', name, ...once, withinDays: 30 },
})
