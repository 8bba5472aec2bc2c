import type { AccountClaim, PersonClaim, SignedVisitor } from '@heed/contracts'
import type { JWTPayload } from 'jose'
import { clean } from '../../http/clean-input.ts'
import { companyIdOf, readAccountTraits, readPersonTraits } from '../people/read-traits.ts'
import { refused } from './verify-token.ts'

type Bag = Record<string, unknown>
type Warnings = SignedVisitor['warnings']
type SignedPerson = PersonClaim & { userId: string }

/**
 * What a verified token says of a person: `sub` is the user id; `email`, `name`, `locale`, `createdAt`, `traits` and
 * `account` are read as those of `/v1/identify` and `/v1/group`. What cannot be read is left out and told; nobody is
 * shut out for it.
 * @param currency of amounts that name none
 * @throws Problem identity_invalid when the token names nobody, or two
 */
export function readSignedClaims(claims: JWTPayload, currency: string): { person: SignedPerson; warnings: Warnings } {
  const userId = userIdOf(claims)
  const { email, name, locale, createdAt, created_at, traits, account } = clean(claims) as Bag
  const said = readPersonTraits(
    { ...(isBag(traits) ? traits : {}), ...given({ email, name, locale, createdAt, created_at }) },
    currency,
  )
  const warnings = [...said.faults]
  if (given({ traits }).traits !== undefined && !isBag(traits))
    warnings.push({ field: 'traits', message: 'must be an object' })
  const company = readAccount(account, currency, warnings) ?? said.company
  return { person: { ...said.claim, userId, ...(company && { account: company }) }, warnings }
}

/** @throws Problem identity_invalid */
function userIdOf({ sub, external_id: alias }: JWTPayload): string {
  const named: unknown = sub ?? alias
  if (named === undefined) throw refused('It has no sub, which is the userId.')
  // Not cleaned like other text: cleaned, it could be somebody else.
  if (typeof named !== 'string' || named === '' || named.length > 255 || clean(named) !== named) {
    throw refused('Its sub must be the userId: text of 1 to 255 characters.')
  }
  if (alias !== undefined && alias !== named) throw refused('Its external_id is another than its sub.')
  return named
}

/** The account that a token names: its own, or the `company` among the person's traits. */
export const signedAccountId = (claims: JWTPayload): string | undefined => {
  const { account, traits } = clean(claims) as Bag
  return isBag(account) ? accountIdOf(account) : companyIdOf(isBag(traits) ? traits.company : undefined)
}

const accountIdOf = ({ id, accountId = id }: Bag): string | undefined => companyIdOf({ id: accountId })

/** Nothing without an id: an account that nobody could find again. */
function readAccount(account: unknown, currency: string, warnings: Warnings): AccountClaim | undefined {
  if (account === undefined || account === null) return undefined
  const bag = isBag(account) ? account : {}
  const accountId = accountIdOf(bag)
  if (accountId === undefined) {
    warnings.push({ field: 'account', message: 'must name its id' })
    return undefined
  }
  const { id: _id, accountId: _accountId, traits, ...rest } = bag
  const { claim, faults } = readAccountTraits({ ...(isBag(traits) ? traits : {}), ...rest }, currency)
  warnings.push(...faults.map(({ field, message }) => ({ field: `account.${field}`, message })))
  return { accountId, ...claim }
}

const given = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined && value !== null))

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
