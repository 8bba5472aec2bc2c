import { z } from 'zod'

/** A whole number in a query; `score=` or `score=1e1` is none. */
export const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))

/** Query of a list: pass the `nextCursor` of the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: queryInt(1, 100).default(50),
})
export type PageQuery = z.infer<typeof PageQuery>

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() })
export type PageOf<T> = { items: T[]; nextCursor: string | null; total: number }

/** A page of a list too long to be counted each time. */
export const sliceOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
