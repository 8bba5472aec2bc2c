import { z } from 'zod'

/** Media types of pictures in articles. */
export const articleImageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ArticleImageType = (typeof articleImageTypes)[number]

export const longestImageBytes = 5_000_000

/** A picture that was stored, or stood there already. */
export const ArticleImage = z.object({
  address: z.string().describe('What the Markdown of an article names it by'),
  type: z.enum(articleImageTypes),
  sizeBytes: z.int(),
})
export type ArticleImage = z.infer<typeof ArticleImage>
