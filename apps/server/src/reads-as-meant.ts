/**
 * Whether the address of a server, with user and password in it, reads as it was meant. A `/`, `?`, `#` or `@` that is not
 * percent-encoded ends the password early: the rest of it would be taken for a server's name, and stand in the error.
 */
export const readsAsMeant = (text: string): boolean => {
  const [, scheme = '', authority = '', rest = ''] = /^(\w+:\/\/)([^/?#]*)(.*)$/s.exec(text) ?? []
  const [server = '', login, ...more] = authority.split('@').reverse()
  if (more.length > 0 || /[@#]/.test(rest)) return false
  // PostgreSQL's may name several hosts, which an address cannot.
  const [host = ''] = server.split(',')
  try {
    const url = new URL(`${scheme}${login === undefined ? '' : `${login}@`}${host}${rest}`)
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}
