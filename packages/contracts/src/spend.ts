import { z } from 'zod'

/** What accounts spend, in minor units. No `z.int()`: a sum may be more than JavaScript's integers hold exactly. */
export const SpendMinor = z.number()
