import { isMailAddress } from './mail-address.ts'

/** Without a name of its own, each mail bears that of its workspace. */
export type MailFrom = { name: string | null; address: string }

/** Reads `Name <address>` or an address alone; null where it is neither. */
export const readMailFrom = (text: string): MailFrom | null => {
  const [, name = '', bracketed] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? []
  const address = bracketed ?? text.trim()
  return isMailAddress(address) ? { name: name.trim().replace(/^"(.*)"$/, '$1') || null, address } : null
}
