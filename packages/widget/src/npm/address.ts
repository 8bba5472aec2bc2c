import { warn } from './warn.ts'

/**
 * The loader's address for what was given to `start`, which may be anything where no types are checked.
 * @returns undefined, after a line in the console, when that cannot be one
 */
export function addressOf(options: { key?: unknown; host?: unknown } | undefined): string | undefined {
  const { key, host } = options ?? {}
  if (!/^pk_./.test(`${key}`)) return warn('start needs `key`, which begins with pk_')
  try {
    const { protocol, origin, pathname } = new URL(`${host}`)
    if (/^https?:$/.test(protocol)) {
      return `${origin}${pathname.replace(/\/*$/, '')}/w/${encodeURIComponent(`${key}`)}.js`
    }
  } catch {
    // No address at all: the same line.
  }
  return warn('start needs `host`, such as https://heed.example.com')
}
