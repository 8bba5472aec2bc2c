import { customers, firstCustomer } from './all.ts'
import type { Customer } from './customer.ts'

const storageKey = 'northbank.customer'

/** `lena` and `demo-lena` both name Lena. */
const named = (id: string | null): Customer | undefined =>
  customers.find((customer) => customer.id === id || customer.id === `demo-${id}`)

/**
 * Who is signed in: whom the address names (`?as=lena`), else whom the visitor chose before, else the first.
 * @param search the query of the address, with or without its question mark
 */
export const chosenCustomer = (search: string, storage: Pick<Storage, 'getItem'>): Customer =>
  named(new URLSearchParams(search).get('as')) ?? named(read(storage)) ?? firstCustomer

/** Keeps the choice for the next visit. A browser that refuses storage starts with the first customer again. */
export const keepCustomer = (customer: Customer, storage: Pick<Storage, 'setItem'>): void => {
  try {
    storage.setItem(storageKey, customer.id)
  } catch {
    // Private mode or blocked storage: the choice holds until the page is left.
  }
}

const read = (storage: Pick<Storage, 'getItem'>): string | null => {
  try {
    return storage.getItem(storageKey)
  } catch {
    return null
  }
}
