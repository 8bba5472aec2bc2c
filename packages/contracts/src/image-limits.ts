/** Media types of pictures in articles. Free of zod, because the dashboard reads it too. */
export const articleImageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ArticleImageType = (typeof articleImageTypes)[number]

export const longestImageBytes = 5_000_000
