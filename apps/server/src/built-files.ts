import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Folder of another room's built files. Resolved by package, so it holds from source and from the built server alike. */
export const builtFiles = (room: 'widget' | 'dashboard' | 'playground') =>
  join(dirname(createRequire(import.meta.url).resolve(`@heed/${room}/package.json`)), 'dist')
