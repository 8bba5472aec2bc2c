/** Where to go after sign-in: a path of this dashboard, never another site, never the sign-in page again. */
export function nextAddress(next: string | null, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const address = new URL(next, origin)
  if (address.origin !== origin || address.pathname === '/sign-in') return '/'
  return address.pathname + address.search
}

/** The sign-in page that comes back to `current` afterwards. */
export const signInAddress = (current: string): string =>
  current === '/' || current.startsWith('/sign-in') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(current)}`

/** The token of a sign-in link, from the fragment: fragments are not sent to servers, so no log keeps it. */
export const linkTokenOf = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('link')
