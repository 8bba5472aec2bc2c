/** How many characters an article may have. Free of zod, because the dashboard's fields read it too. */
export const longestArticleTitle = 200
export const longestArticleSummary = 500
export const longestArticleBody = 200_000
