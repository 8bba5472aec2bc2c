/**
 * Whether a page's path meets a trigger's glob. `*` stands for any run of characters, slashes included;
 * everything else is itself, and a slash at the end makes no difference: `/invoices/*` holds for `/invoices/7/lines`.
 */
export function pathMatches(glob: string, path: string): boolean {
  const trim = (text: string) => text.replace(/(.)\/$/, '$1')
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${trim(glob).split('*').map(literal).join('.*')}$`).test(trim(path))
}
