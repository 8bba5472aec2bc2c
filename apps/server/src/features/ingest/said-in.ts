import { type AccountClaim, type PersonClaim, type TraitValue, traitLimits } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { accountCurrency } from '../people/account-currency.ts'
import { findAccountByExternalId, findCustomerByUserId } from '../people/people.queries.ts'
import { companyIdOf, readAccountTraits, readPersonTraits, type TraitFault } from '../people/read-traits.ts'
import { readText } from '../people/read-value.ts'
import { contextGroupOf } from './message-locks.ts'
import type { Message } from './read-message.ts'
import type { Workspace } from './store-message.ts'

type Bag = Record<string, unknown>
export type Said = {
  person: Omit<PersonClaim, 'userId' | 'account'>
  account: AccountClaim | undefined
  faults: TraitFault[]
}

/** What a message says of its person and of their account, and what of that cannot be read. */
export async function saidIn(tx: Handle, workspace: Workspace, read: Message): Promise<Said> {
  const { context } = read.message
  const faults: TraitFault[] = []
  const locale = ofContext('locale', context?.locale, 35, faults)
  if (read.type === 'group') {
    const accountId = read.message.groupId ?? ''
    const currency = await accountCurrency(tx, workspace, accountId)
    const { claim, faults: unread } = readAccountTraits(read.message.traits ?? {}, currency)
    return { person: { ...locale }, account: { ...claim, accountId }, faults: [...faults, ...named('traits', unread)] }
  }
  const groupId = contextGroupOf(read)
  const inGroup = groupId === undefined ? undefined : { accountId: groupId }
  if (read.type !== 'identify') return { person: { ...locale }, account: inGroup, faults }
  const { traits = {}, userId } = read.message
  const sent: Bag = {
    ...ofContext('timezone', context?.timezone, 100, faults),
    ...(isBag(context?.traits) ? context.traits : {}),
    ...traits,
  }
  const currency = await accountCurrency(tx, workspace, companyIdOf(sent.company) ?? userId)
  const { claim, company, own, faults: unread } = readPersonTraits(sent, currency)
  return {
    person: { ...locale, ...claim },
    account: company ?? inGroup ?? (await ownAccount(tx, workspace, userId, own)),
    faults: [...faults, ...named('traits', unread)],
  }
}

/** A person with a plan or spend of their own, and no company, is a customer of their own. */
async function ownAccount(
  tx: Handle,
  workspace: Workspace,
  userId: string | undefined,
  own: Pick<AccountClaim, 'plan' | 'spendMinor' | 'currency'>,
): Promise<AccountClaim | undefined> {
  if (!userId || (own.plan === undefined && own.spendMinor === undefined)) return undefined
  const known = await findCustomerByUserId(tx, workspace.id, userId, 'verified')
  if (known?.account && known.account.externalId !== userId) return undefined
  if (!known?.account && (await findAccountByExternalId(tx, workspace.id, userId, 'verified'))) return undefined
  return { accountId: userId, ...own }
}

/** A text of the message's context. */
const ofContext = <Name extends string>(
  name: Name,
  value: unknown,
  most: number,
  faults: TraitFault[],
): { [N in Name]?: string } => {
  if (value === undefined || value === null || value === '') return {}
  const text = readText(value, most)
  if (typeof text === 'string') return { [name]: text } as { [N in Name]: string }
  faults.push({ field: `context.${name}`, message: text.fault })
  return {}
}

const kept = `${traitLimits.traits} traits and ${traitLimits.bytes / 1024} kB of them`

/** Traits that were said and are not there: they were too many or too long. */
export const leftOut = (
  said: Record<string, TraitValue> | undefined,
  known: Record<string, TraitValue> | undefined,
): TraitFault[] =>
  Object.keys(said ?? {})
    .filter((name) => known && !Object.hasOwn(known, name))
    .map((name) => ({ field: `traits.${name}`, message: `is too much: at most ${kept} are kept` }))

const named = (at: string, faults: TraitFault[]) =>
  faults.map(({ field, message }) => ({ field: `${at}.${field}`, message }))
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
