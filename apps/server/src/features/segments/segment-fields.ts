import type { SegmentFields, Traits, TraitValue } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { countNames } from '../people/count-names.ts'
import { countEvents, listTraits } from './segment-values.queries.ts'

type Kind = SegmentFields['traits'][number]['kind']

/** What a condition can be about in this workspace: the commonest traits of its newest customers, and events. */
export async function readSegmentFields(handle: Handle, workspaceId: string): Promise<SegmentFields> {
  const { person, account } = await listTraits(handle, workspaceId)
  const events = await countEvents(handle, workspaceId, '')
  return {
    traits: [
      ...namesOf(person.map(({ traits }) => traits)).map((trait) => ({ ...trait, of: 'person' as const })),
      ...namesOf(account.map(({ traits }) => traits)).map((trait) => ({ ...trait, of: 'account' as const })),
    ],
    events: events.map(({ value, count }) => ({ name: value, people: count })),
  }
}

/** So many of each side are told, those that most have: a browser can claim as many names as it likes. */
const mostNames = 200

/** Names by the alphabet, each with the kind that most of its values have. */
function namesOf(rows: Traits[]): { name: string; kind: Kind }[] {
  const counts = countNames()
  for (const traits of rows) for (const name of Object.keys(traits)) counts.add(name)
  const { names } = counts.commonest(mostNames)
  return names.sort().map((name) => ({ name, kind: commonestKind(rows, name) }))
}

const commonestKind = (rows: Traits[], name: string): Kind => {
  const counts = countNames<Kind>()
  for (const traits of rows) {
    const value = Object.hasOwn(traits, name) ? traits[name] : undefined
    if (value !== undefined) counts.add(kindOf(value))
  }
  return counts.commonest(1).names[0] ?? 'text'
}

const kindOf = (value: TraitValue): Kind => {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'flag'
  return typeof value === 'string' && /^\d{4}-[01]\d-[0-3]\d(T[\d:.]+Z)?$/.test(value) ? 'date' : 'text'
}
