import { z } from 'zod'

/** A day in UTC, such as 2026-03-31, within years that both stores and everybody's arithmetic can take. */
export const Day = z.iso
  .date({ abort: true })
  .refine((day) => day >= '1900-01-01' && day <= '2200-12-31', 'must be a day from 1900-01-01 to 2200-12-31')
