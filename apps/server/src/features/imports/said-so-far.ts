import { isDeepStrictEqual } from 'node:util'
import type { AccountClaim, ImportFault } from '@heed/contracts'
import type { RowClaim } from './read-row.ts'

/** Values of a claim by name, traits as `traits.<name>`. */
export type Values = Map<string, unknown>
export type Outcome = 'added' | 'changed' | 'unchanged'

/** What is known of customers as the rows of a file are taken one after the other, whether or not they are stored. */
export type SaidSoFar = {
  /** By the host's own ids. Absent: not looked up; null: looked up, and not there. */
  people: Map<string, Values | null>
  accounts: Map<string, Values | null>
  /** On which line a row named this id, and what rows said of this account, on which line. */
  rowOf: Map<string, number>
  ofAccount: Map<string, Map<string, { value: unknown; row: number }>>
}

export const nothingSaid = (): SaidSoFar => ({
  people: new Map(),
  accounts: new Map(),
  rowOf: new Map(),
  ofAccount: new Map(),
})

/** All that a claim says, but the id of whom it is about. */
const valuesOf = (claim: AccountClaim | (RowClaim & { kind: 'people' })['claim']): Values => {
  const { traits, ...fields } = claim
  const values: Values = new Map()
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'userId') continue
    if (name === 'createdAt') values.set(name, new Date(String(value)).getTime())
    else if (name === 'account') values.set('accountId', (value as AccountClaim).accountId)
    else values.set(name, value)
  }
  for (const [name, value] of Object.entries(traits ?? {})) values.set(`traits.${name}`, value)
  return values
}

/**
 * What is wrong with a row beside the ones before it: an id that was there already, or another value for an account that
 * an earlier row told of. The first word counts, so that the same file always says the same, in whatever order it is stored.
 */
export function contradictionsOf(
  { rowOf, ofAccount }: SaidSoFar,
  { kind, row, claim }: RowClaim,
  columnOf: (of: 'person' | 'account', name: string) => string | null,
): ImportFault[] {
  const id = kind === 'people' ? claim.userId : claim.accountId
  const twin = rowOf.get(id)
  const idName = kind === 'people' ? columnOf('person', 'userId') : columnOf('account', 'accountId')
  if (twin !== undefined) return [{ row, column: idName, message: `is “${id}” on line ${twin} already.` }]
  const account = kind === 'people' ? claim.account : undefined
  const before = account && ofAccount.get(account.accountId)
  if (!account || !before) return []
  return [...valuesOf(account)].flatMap(([name, value]) => {
    const other = before.get(name)
    if (!other || isDeepStrictEqual(other.value, value)) return []
    return [{ row, column: columnOf('account', name), message: `is not as on line ${other.row}, of the same account.` }]
  })
}

/**
 * Takes a row in.
 * @returns what storing it does, or would do, and what of it there is to store: of an account that was told of already,
 *   its id is enough
 */
export function take(said: SaidSoFar, rowClaim: RowClaim): { outcome: Outcome; news: RowClaim } {
  const { kind, row, claim } = rowClaim
  const id = kind === 'people' ? claim.userId : claim.accountId
  said.rowOf.set(id, row)
  if (kind === 'accounts') return { outcome: learn(said.accounts, id, valuesOf(claim)), news: rowClaim }
  const ofPerson = learn(said.people, id, valuesOf(claim))
  if (!claim.account) return { outcome: ofPerson, news: rowClaim }
  if (learnAccount(said, row, claim.account) !== 'unchanged') {
    return { outcome: ofPerson === 'unchanged' ? 'changed' : ofPerson, news: rowClaim }
  }
  const { accountId } = claim.account
  return { outcome: ofPerson, news: { kind, row, claim: { ...claim, account: { accountId } } } }
}

const learnAccount = (said: SaidSoFar, row: number, account: AccountClaim): Outcome => {
  const values = valuesOf(account)
  const told = said.ofAccount.get(account.accountId) ?? new Map<string, { value: unknown; row: number }>()
  for (const [name, value] of values) if (!told.has(name)) told.set(name, { value, row })
  said.ofAccount.set(account.accountId, told)
  return learn(said.accounts, account.accountId, values)
}

const learn = (known: Map<string, Values | null>, id: string, values: Values): Outcome => {
  const before = known.get(id)
  known.set(id, new Map([...(before ?? []), ...values]))
  if (!before) return 'added'
  const isNew = [...values].some(([name, value]) => !isDeepStrictEqual(before.get(name), value))
  return isNew ? 'changed' : 'unchanged'
}
