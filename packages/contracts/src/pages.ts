import { z } from 'zod'

/** Query of a list: pass the `nextCursor` of the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PageQuery = z.infer<typeof PageQuery>

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() })
export type PageOf<T> = { items: T[]; nextCursor: string | null; total: number }
