import { createHash } from 'node:crypto'
import css from './help-centre.css?raw'

/** The stylesheet, with the workspace's own colour in it. */
export const styleFor = (accent: string): string => {
  const brand = /^#[0-9a-f]{6}$/i.test(accent) ? accent : '#2f5d8a'
  return `:root{--brand:${brand}}\n${css}`
}

/** It names its content, so that a browser may keep it. */
export const styleAddress = (base: string, accent: string): string =>
  `${base}/style.css?v=${createHash('sha256').update(styleFor(accent)).digest('base64url').slice(0, 12)}`
