import type { AccountImportField, ImportKind, ImportPreview, PersonImportField } from '@heed/contracts'
import { text } from '../../locales/text.ts'

const words = text.settings.import

/** Column → what it is, as `NewImport` takes it; a column that is left out is not in it. */
export type Mapping = Record<string, string>
export type Meaning = { value: string; label: string }

type OfAccount = Record<AccountImportField, string>
type OfPerson = Record<Exclude<PersonImportField, `account.${string}`>, string>
const ofAccount: OfAccount = words.fields.account
const ofPerson: OfPerson = words.fields.person

const meanings = (fields: Record<string, string>, prefix = ''): Meaning[] =>
  Object.entries(fields).map(([field, label]) => ({ value: `${prefix}${field}`, label }))

/** The fields that a column of such a file can be, by whose they are. */
export const fieldsOf = (kind: ImportKind): { group: string; fields: Meaning[] }[] =>
  kind === 'accounts'
    ? [{ group: words.mapping.groups.account, fields: meanings(ofAccount) }]
    : [
        { group: words.mapping.groups.person, fields: meanings(ofPerson) },
        { group: words.mapping.groups.account, fields: meanings(ofAccount, 'account.') },
      ]

/** The traits that a column can become: named as the column, without what a name may not hold. */
export function traitsOf(kind: ImportKind, column: string, current: string | undefined): Meaning[] {
  const name = column
    .replace(/["\\\p{Cc}]/gu, '')
    .trim()
    .slice(0, 100)
  const offered = name === '' ? [] : [`traits.${name}`, ...(kind === 'people' ? [`account.traits.${name}`] : [])]
  const all = current && isTrait(current) && !offered.includes(current) ? [...offered, current] : offered
  return all.map((value) => ({ value, label: traitLabel(value) }))
}

const accountTraits = 'account.traits.'
const isTrait = (meaning: string) => /^(account\.)?traits\./.test(meaning)
const traitLabel = (meaning: string) =>
  meaning.startsWith(accountTraits)
    ? words.mapping.accountTrait(meaning.slice(accountTraits.length))
    : words.mapping.trait(meaning.slice('traits.'.length))

/** What the server suggests for the columns. */
export const suggestedMapping = ({ columns }: ImportPreview): Mapping =>
  Object.fromEntries(columns.flatMap(({ name, suggested }) => (suggested === null ? [] : [[name, suggested]])))

/** Why such a mapping cannot be imported; null when it can. */
export function mappingFault(kind: ImportKind, mapping: Mapping): string | null {
  const chosen = Object.values(mapping)
  const twice = chosen.find((meaning, i) => chosen.indexOf(meaning) !== i)
  if (twice !== undefined) {
    const columns = Object.keys(mapping).filter((column) => mapping[column] === twice)
    return words.mapping.twice(columns.join(', '))
  }
  if (!chosen.includes(kind === 'people' ? 'userId' : 'accountId')) return words.mapping.needsId[kind]
  const isOfAccount = chosen.some((meaning) => meaning.startsWith('account.'))
  if (isOfAccount && !chosen.includes('account.accountId')) return words.mapping.needsAccountId
  return null
}
