const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** A tag such as `de`, `pt-BR`, `zh_hant` in its usual form; undefined where that is no language. */
const languageOf = (name: string): string | undefined => {
  if (!/^[a-z]{2}([-_][a-z]{2,4}|[-_]\d{3})?$/i.test(name)) return undefined
  const [tag] = Intl.getCanonicalLocales(name.replace('_', '-'))
  return tag && languages.of(tag) ? tag : undefined
}

/** A language tag as files write it, also longer ones; undefined where it is none. */
export const readLanguage = (text: string): string | undefined => {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))
    return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : undefined
  } catch {
    return undefined
  }
}

/** The language of a page's path, and the path without it. */
export type Placed = { locale: string | undefined; key: string }

/**
 * Reads languages from paths: `de/setup.md` or `setup.de.md`. A folder such as `ts` may be a language or a subject: it
 * is one where all folders at the top are, or where a page in it stands elsewhere in another language too.
 */
export const placePages = (paths: string[]): ((path: string) => Placed) => {
  const tops = new Set(paths.filter((path) => path.includes('/')).map(topOf))
  const candidates = [...tops].filter((top) => languageOf(top))
  const known = new Set(paths)
  const hasSibling = (folder: string) =>
    paths.some((path) => {
      if (!path.startsWith(`${folder}/`)) return false
      const rest = path.slice(folder.length + 1)
      return known.has(rest) || candidates.some((other) => other !== folder && known.has(`${other}/${rest}`))
    })
  const folders = new Set(candidates.length === tops.size ? candidates : candidates.filter(hasSibling))

  return (path) => {
    const top = topOf(path)
    const inFolder = path.includes('/') && folders.has(top)
    const rest = inFolder ? path.slice(top.length + 1) : path
    const [, stem = rest, suffix = ''] = /^(.*)\.([A-Za-z_-]+)\.\w+$/.exec(rest) ?? []
    const bySuffix = languageOf(suffix)
    return {
      locale: bySuffix ?? (inFolder ? languageOf(top) : undefined),
      key: bySuffix ? stem : rest.replace(/\.\w+$/, ''),
    }
  }
}

const topOf = (path: string) => path.split('/')[0] ?? ''
