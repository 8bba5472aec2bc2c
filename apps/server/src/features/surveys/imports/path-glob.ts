/** How another tool holds an address against a text. */
export type AddressRule = 'exact' | 'starts' | 'ends' | 'contains'

const longest = 300

/**
 * The glob over the path of a page that comes closest, where `*` stands for anything; undefined where none does, because the
 * text asks for the host, the query or the part behind the `#`.
 */
export function pathGlob(rule: AddressRule, text: string): string | undefined {
  const path = pathOf(text)
  if (path === undefined || path.length + 2 > longest) return undefined
  switch (rule) {
    case 'exact':
      return path.startsWith('/') ? path : undefined
    case 'starts':
      return path.startsWith('/') ? `${path}*` : undefined
    case 'ends':
      return `*${path}`
    case 'contains':
      return `*${path}*`
  }
}

/** What of an address is its path: of `https://app.example/a` that is `/a`. */
const pathOf = (text: string): string | undefined => {
  const [, path = text] = /^https?:\/\/[^/]+(\/.*|$)/.exec(text.trim()) ?? []
  const found = path === '' ? '/' : path.trim()
  return /[?#*]|:\/\/|\s/.test(found) || found === '' ? undefined : found
}
