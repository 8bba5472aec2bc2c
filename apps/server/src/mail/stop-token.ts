import type { MailRow } from './mails.queries.ts'

type Key = Pick<MailRow, 'workspaceId' | 'id'>

/**
 * What the link in a mail names, so that nobody need sign in to stop it. The end of a mail's id is random (62 bits) and
 * stands nowhere else: not in `Message-ID`, not in what members see. It leads to whoever the reader turned out to be.
 */
export const stopToken = ({ workspaceId, id }: Key) => `${workspaceId}.${id}`

/** Undefined where the text cannot be one. */
export const readStopToken = (text: string): Key | undefined => {
  const [, workspaceId, id] = /^(wsp_[0-9a-z]{21})\.(mai_[0-9a-z]{21})$/.exec(text) ?? []
  return workspaceId && id ? { workspaceId, id } : undefined
}
