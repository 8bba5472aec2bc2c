import { aoife } from './aoife.ts'
import type { Customer } from './customer.ts'
import { lena } from './lena.ts'
import { maryam } from './maryam.ts'
import { nadia } from './nadia.ts'
import { tom } from './tom.ts'

/** From the newest customer to the oldest; the first one in English with some history is where a visitor begins. */
export const customers: readonly Customer[] = [tom, nadia, lena, aoife, maryam]
export const firstCustomer: Customer = nadia
