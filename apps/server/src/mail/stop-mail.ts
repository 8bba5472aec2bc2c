import type { Deps } from '../deps.ts'
import { insertStop, type MailRow, withdrawMails } from './mails.queries.ts'

/** The reader of a mail wants no more of its kind: none is queued from now on, and what waits is taken back. */
export const stopMail = ({ store, now }: Deps, { workspaceId, personId, kind }: MailRow): Promise<void> =>
  store.write(async (tx) => {
    await insertStop(tx, { workspaceId, personId, kind, createdAt: now() })
    await withdrawMails(tx, { workspaceId, personId, kind })
  })
