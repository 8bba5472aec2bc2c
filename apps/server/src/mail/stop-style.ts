import { createHash } from 'node:crypto'
import css from './stop-page.css?raw'

export const stopStyle = css

/** It names its content, so that a browser may keep it. */
export const stopStyleAddress = `/mail/style.css?v=${createHash('sha256').update(css).digest('base64url').slice(0, 12)}`
