import { z } from 'zod'

/** A day in UTC, such as 2026-03-31, within years that both stores and everybody's arithmetic can take. */
export const Day = z.iso
  .date({ abort: true })
  .refine((day) => day >= '1900-01-01' && day <= '2200-12-31', 'must be a day from 1900-01-01 to 2200-12-31')

/** A month in UTC, such as 2026-03, within the same years. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2026-03', abort: true })
  .refine((month) => month >= '1900-01' && month <= '2200-12', 'must be a month from 1900-01 to 2200-12')

/** A moment in UTC, within the same years. */
export const Moment = z.iso
  .datetime({ abort: true })
  .refine((moment) => moment > '1900' && moment < '2201', 'must lie within the years 1900 to 2200')
