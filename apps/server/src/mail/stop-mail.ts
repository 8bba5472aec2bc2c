import type { Deps } from '../deps.ts'
import { lockPerson } from '../features/people/record-person.ts'
import { findMail, insertStop, type MailRow, withdrawMails } from './mails.queries.ts'

/**
 * The reader of a mail wants no more of its kind: none is queued from now on, and what waits is taken back. Of whoever
 * was erased meanwhile nothing is kept.
 */
export const stopMail = (
  { store, now }: Deps,
  { workspaceId, id, personId, kind }: Pick<MailRow, 'workspaceId' | 'id' | 'personId' | 'kind'>,
): Promise<void> =>
  store.write(async (tx) => {
    await lockPerson(tx, workspaceId, personId)
    if (!(await findMail(tx, { workspaceId, id }))) return
    await insertStop(tx, { workspaceId, personId, kind, createdAt: now() })
    await withdrawMails(tx, { workspaceId, personId, kind })
  })
