import { z } from 'zod'

const MailAddress = z.email().max(254)

/**
 * Whether mail can go there. Much narrower than what mail allows: one plain address without name, comment, quotes or
 * letters beyond ASCII, so that no server on the way can read another one in it.
 */
export const isMailAddress = (text: string): boolean => MailAddress.safeParse(text).success
