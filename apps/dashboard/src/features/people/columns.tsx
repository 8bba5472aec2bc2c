import type { AccountItem, AccountSort, CustomerSort, PersonItem, Traits } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { formatCount, formatMoney, formatTenure } from '../../ui/numbers.ts'
import { traitText } from '../../ui/trait-text.ts'
import { traitKey, traitOf } from './list-view.ts'

const words = text.people

/** A column of a list of customers. */
export type Column<Item, Sort extends CustomerSort = CustomerSort> = {
  key: string
  label: string
  isNumber?: boolean
  sort?: Sort
  /** Its values need no name beside them. */
  isPlain?: boolean
  /** Null where nothing is known. */
  show: (item: Item) => ComponentChildren
}

type Customer = Pick<
  PersonItem & AccountItem,
  'plan' | 'spendMinor' | 'currency' | 'reportingSpendMinor' | 'tenureDays'
>

/** Plan, spend and tenure, by which everything is cut. @param currency the workspace's reporting currency */
export const planColumns = <Item extends Customer>(currency: string): Column<Item, AccountSort>[] => [
  { key: 'plan', label: words.columns.plan, isPlain: true, show: ({ plan }) => plan && displayName(plan) },
  {
    key: 'spend',
    label: words.columns.spend(currency),
    isNumber: true,
    sort: 'spend',
    show: (item) => item.spendMinor !== null && <Spend customer={item} currency={currency} />,
  },
  {
    key: 'tenure',
    label: words.columns.tenure,
    isNumber: true,
    sort: 'tenure',
    show: ({ tenureDays }) => tenureDays !== null && formatTenure(tenureDays),
  },
]

/** In the reporting currency, which the list is sorted by; below it in their own. */
function Spend({ customer, currency }: { customer: Customer; currency: string }) {
  const { spendMinor, reportingSpendMinor } = customer
  if (spendMinor === null || customer.currency === null) return null
  const own = formatMoney(spendMinor, customer.currency)
  if (customer.currency === currency) return <>{own}</>
  return (
    <>
      {reportingSpendMinor === null ? (
        <span class="soft">{words.noRate}</span>
      ) : (
        formatMoney(reportingSpendMinor, currency)
      )}
      <span class="cell-below soft small">
        <span aria-hidden="true">{own}</span>
        <span class="visually-hidden"> {words.ownSpend(own)}</span>
      </span>
    </>
  )
}

export const seatsColumn = <Item,>(seatsOf: (item: Item) => number | null): Column<Item, never> => ({
  key: 'seats',
  label: words.columns.seats,
  isNumber: true,
  show: (item) => {
    const seats = seatsOf(item)
    return seats !== null && formatCount(seats)
  },
})

/** A column of what the host app says beyond plan, spend and tenure. */
const traitColumn = <Item extends { traits: Traits }>(name: string): Column<Item, never> => ({
  key: traitKey(name),
  label: displayName(name),
  show: ({ traits }) => {
    const value = Object.hasOwn(traits, name) ? traits[name] : undefined
    return value === undefined ? null : <bdi>{traitText(value)}</bdi>
  },
})

/** All columns there are: the fixed ones, those of the traits that occur, and those of traits that the address names. */
export const withTraits = <Item extends { traits: Traits }, Sort extends CustomerSort>(
  fixed: Column<Item, Sort>[],
  traits: readonly string[],
  chosen: readonly string[],
): Column<Item, Sort>[] => {
  const named = chosen.flatMap((key) => traitOf(key) ?? [])
  const names = [...new Set([...traits, ...named])].sort((a, b) => displayName(a).localeCompare(displayName(b)))
  return [...fixed, ...names.map((name) => traitColumn<Item>(name))]
}
