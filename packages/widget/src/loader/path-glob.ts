/**
 * Whether a page's path meets a trigger's glob. `*` stands for any run of characters, slashes included;
 * everything else is itself, and a slash at the end makes no difference: `/invoices/*` holds for `/invoices/7/lines`.
 */
export function pathMatches(glob: string, path: string): boolean {
  const trim = (text: string) => text.replace(/(.)\/$/, '$1')
  const pattern = trim(glob).replace(/\W/g, (sign) => (sign === '*' ? '.*' : `\\${sign}`))
  return new RegExp(`^${pattern}$`).test(trim(path))
}
