/**
 * Runs the loader, which takes over `window.heed`. An import and not a script element, because that needs neither a
 * nonce under `'strict-dynamic'` nor a Trusted Types policy. Bundlers must leave it alone.
 */
export const importLoader = (address: string): Promise<unknown> =>
  import(/* webpackIgnore: true */ /* @vite-ignore */ address)
