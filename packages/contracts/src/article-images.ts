import { z } from 'zod'
import { articleImageTypes } from './image-limits.ts'

/** A picture that was stored, or stood there already. */
export const ArticleImage = z.object({
  address: z.string().describe('What the Markdown of an article names it by'),
  type: z.enum(articleImageTypes),
  sizeBytes: z.int(),
})
export type ArticleImage = z.infer<typeof ArticleImage>
