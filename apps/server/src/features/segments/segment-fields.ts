import type { SegmentFields, Traits, TraitValue } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Scope } from './scope.ts'
import { countValues, listTraits } from './segment-values.queries.ts'

type Kind = SegmentFields['traits'][number]['kind']

/** What a condition can be about in this workspace: the traits of its newest customers, and events. */
export async function readSegmentFields(handle: Handle, scope: Scope): Promise<SegmentFields> {
  const { person, account } = await listTraits(handle, scope.workspaceId)
  const { values } = await countValues(handle, scope, { kind: 'event' }, '')
  return {
    traits: [
      ...namesOf(person.map(({ traits }) => traits)).map((trait) => ({ ...trait, of: 'person' as const })),
      ...namesOf(account.map(({ traits }) => traits)).map((trait) => ({ ...trait, of: 'account' as const })),
    ],
    events: values.map(({ value, count }) => ({ name: value, people: count })),
  }
}

/** Names by the alphabet, each with the kind that most of its values have. */
function namesOf(rows: Traits[]): { name: string; kind: Kind }[] {
  const kinds = new Map<string, Map<Kind, number>>()
  for (const traits of rows) {
    for (const [name, value] of Object.entries(traits)) {
      const counts = kinds.get(name) ?? new Map<Kind, number>()
      counts.set(kindOf(value), (counts.get(kindOf(value)) ?? 0) + 1)
      kinds.set(name, counts)
    }
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, counts]) => ({ name, kind: [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'text' }))
}

const kindOf = (value: TraitValue): Kind => {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'flag'
  return typeof value === 'string' && /^\d{4}-[01]\d-[0-3]\d(T[\d:.]+Z)?$/.test(value) ? 'date' : 'text'
}
