import { linkedSlug } from './article-links.ts'
import { asWritten, type Places } from './article-nodes.ts'

/** Inside an app of the host, whose own addresses are others: ours get our origin in front. */
export const placesForWidget = (origin: string, helpCentre: string, locale: string): Places => ({
  link: (url) => {
    const slug = linkedSlug(url)
    return slug === undefined
      ? asWritten.link(url)
      : `${origin}${helpCentre}/${locale}/${encodeURIComponent(slug)}${url.match(/#.*/)?.[0] ?? ''}`
  },
  image: (url) => (url.startsWith('/help/') ? `${origin}${url}` : asWritten.image(url)),
})
