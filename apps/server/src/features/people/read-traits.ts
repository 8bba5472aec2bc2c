import { type AccountClaim, type PersonClaim, type TraitValue, traitLimits } from '@heed/contracts'
import { cutText } from '../../cut-text.ts'
import { readMoment, readValue } from './read-value.ts'
import { type Alias, accountAliases, ownAccountFields, personAliases } from './trait-aliases.ts'

export type TraitFault = { field: string; message: string }
type Bag = Record<string, unknown>
type Traits = Record<string, TraitValue>
type AccountFields = Omit<AccountClaim, 'accountId'>

const deepest = 6

/**
 * Reads the traits of an account, as hosts send them under many names (`trait-aliases.ts`). What cannot be read is told
 * and left out; everything without a name of ours becomes a trait. Nothing is said by `null`.
 * @param currency of amounts that name none
 */
export function readAccountTraits(traits: Bag, currency: string): { claim: AccountFields; faults: TraitFault[] } {
  const faults: TraitFault[] = []
  const { read, ...fields } = readFields(accountAliases, traits, currency, faults)
  return { claim: { ...fields, traits: readRest(traits, read, faults) } as AccountFields, faults }
}

type PersonTraits = {
  claim: Omit<PersonClaim, 'userId' | 'account'>
  /** The `company` among the traits, where it names its id. */
  company: AccountClaim | undefined
  /** Plan and spend of the person's own, where there are any; they are among the traits too. */
  own: Pick<AccountFields, 'plan' | 'spendMinor' | 'currency'>
  faults: TraitFault[]
}

/** The same of a person. A name is put together from `firstName` and `lastName` where there is none. */
export function readPersonTraits(traits: Bag, currency: string): PersonTraits {
  const faults: TraitFault[] = []
  const { company: _, ...others } = traits
  const fields = readFields(personAliases, others, currency, faults)
  const own = readFields(
    accountAliases.filter(({ field }) => ownAccountFields.includes(field)),
    others,
    currency,
    faults,
  )
  const name = fields.name ?? fullName(others)
  const company = isBag(traits.company) ? readCompany(traits.company, currency, faults) : undefined
  const rest = readRest(company || traits.company === undefined ? others : traits, fields.read, faults)
  const { read: _fields, ...claim } = fields
  const { read: _own, ...ownFields } = own
  return {
    claim: { ...claim, ...(name !== undefined && { name }), traits: rest } as PersonTraits['claim'],
    company,
    own: ownFields as PersonTraits['own'],
    faults,
  }
}

const readCompany = (company: Bag, currency: string, faults: TraitFault[]): AccountClaim | undefined => {
  const { id: _, ...about } = company
  const accountId = companyIdOf(company)
  if (accountId === undefined) return undefined
  const { claim, faults: ofCompany } = readAccountTraits(about, currency)
  faults.push(...ofCompany.map(({ field, message }) => ({ field: `company.${field}`, message })))
  return { accountId, ...claim }
}

const fullName = ({ firstName, first_name, lastName, last_name }: Bag): string | undefined => {
  const parts = [firstName ?? first_name, lastName ?? last_name].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  return parts.length > 0 ? cutText(parts.join(' '), 200) : undefined
}

type Read = { read: Set<string> } & Record<string, unknown>

/** The id of the account that a person's traits name as `company`. */
export const companyIdOf = (company: unknown): string | undefined => {
  const id = isBag(company) ? company.id : undefined
  const accountId = typeof id === 'number' ? `${id}` : id
  return typeof accountId === 'string' && accountId !== '' && accountId.length <= 255 ? accountId : undefined
}

/** Of several names of one field the first that can be read counts; the others stay traits. */
function readFields(aliases: readonly Alias[], traits: Bag, fallback: string, faults: TraitFault[]): Read {
  const found: Read = { read: new Set() }
  const named = readValue('currency', traits.currency, fallback)
  const currency = typeof named === 'string' ? named : fallback
  for (const { field, names, unit, most } of aliases) {
    for (const name of names) {
      const value = Object.hasOwn(traits, name) ? traits[name] : undefined
      if (value === undefined || value === null || found[field] !== undefined) continue
      const read = readValue(unit, value, currency, most)
      if (typeof read === 'object') faults.push({ field: name, message: read.fault })
      else found[field] = read
      found.read.add(name)
    }
  }
  return found
}

/** Everything else, objects taken apart: `address.city`. */
function readRest(traits: Bag, read: Set<string>, faults: TraitFault[]): Traits {
  const rest: Traits = {}
  for (const [name, value] of Object.entries(traits)) if (!read.has(name)) flatten(rest, name, value, faults, 1)
  return rest
}

function flatten(into: Traits, name: string, value: unknown, faults: TraitFault[], depth: number): void {
  if (value === null || value === undefined) return
  const fault = (message: string) => faults.push({ field: name.slice(0, 120), message })
  if (name === '' || name.length > traitLimits.name)
    return void fault(`must have a name of at most ${traitLimits.name} characters`)
  if (/["\\\p{Cc}]/u.test(name) || name === '__proto__') return void fault('has a name that cannot be kept')
  if (Object.keys(into).length >= traitLimits.traits)
    return void fault(`is one too many: at most ${traitLimits.traits} traits`)
  if (typeof value === 'string') {
    if (value.length > traitLimits.text) return void fault(`has more than ${traitLimits.text} characters`)
    into[name] = inUtc(value)
  } else if (typeof value === 'boolean' || Number.isFinite(value)) into[name] = value as boolean | number
  else if (typeof value !== 'object') fault('is no value that can be kept')
  else if (depth === deepest) fault(`is nested more than ${deepest} deep`)
  else if (Array.isArray(value) && value.length <= traitLimits.list && value.every(isScalar)) into[name] = value
  else for (const [part, each] of Object.entries(value)) flatten(into, `${name}.${part}`, each, faults, depth + 1)
}

const isScalar = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value.length <= traitLimits.text) ||
  Number.isFinite(value) ||
  typeof value === 'boolean'

/** A moment with an offset as the same moment in UTC, so that dates can be compared. */
const inUtc = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\dT.*[+-]\d\d:?\d\d$/.test(text)) return text
  const moment = readMoment(text)
  return typeof moment === 'string' ? moment : text
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
