import { linkedSlug } from '../articles/article-links.ts'
import { asWritten, type Places } from '../articles/article-nodes.ts'
import { articlePath, type View } from './centre.ts'

/** Links from article to article within the help centre, in the reader's language where the other one is there in it. */
export const placesInCentre = (view: View): Places => ({
  ...asWritten,
  link: (url) => {
    const slug = linkedSlug(url)
    if (slug === undefined) return asWritten.link(url)
    return articlePath(view, { locale: view.locale, slug }) + (url.match(/#.*/s)?.[0] ?? '')
  },
})
