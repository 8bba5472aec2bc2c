/**
 * The origin that somebody means, as a browser sends it: `app.example.com/start` is `https://app.example.com`. A `*`
 * may stand for the port. Null where there is none. Free of zod, because the dashboard reads it too.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim()
  const [, scheme, host, anyPort] = /^(?:(https?):\/\/)?([^\s/?#@*]+?)(:\*)?(?:[/?#].*)?$/i.exec(text) ?? []
  if (!host) return null
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
  const address = `${scheme ?? (isHere ? 'http' : 'https')}://${host}`
  if (!URL.canParse(address)) return null
  const { origin, port, hostname } = new URL(address)
  if (anyPort ? port !== '' : !isHere && !hostname.includes('.') && scheme === undefined) return null
  return anyPort ? `${origin}:*` : origin
}
