import type { Handle } from '@heed/db'
import type { Deps } from '../deps.ts'
import type { PersonRow } from '../features/people/people.queries.ts'
import { getWorkspace } from '../features/workspaces/workspaces.queries.ts'
import { findAppAddress } from './find-app-address.ts'
import { type IdeaAnswered, writeIdeaAnswer } from './idea-answer.ts'
import { isMailAddress } from './mail-address.ts'
import { mailWordsFor } from './mail-words.ts'
import { insertMails, listStopped, type MailKind } from './mails.queries.ts'

/** What a mail says, by its kind. `id` names the event: told of it twice, a person gets one mail. */
export type NewMail = { kind: 'idea_answer'; id: string } & IdeaAnswered

/**
 * Of some people those to whom a mail of a kind would go: the host's server vouches for their address, mail can go
 * there, and they did not stop it. None while mail is off, and none of the sample, whose people do not exist.
 */
export async function listMailable(
  handle: Handle,
  { mail }: Pick<Deps, 'mail'>,
  workspaceId: string,
  kind: MailKind,
  people: PersonRow[],
): Promise<(PersonRow & { email: string })[]> {
  if (!mail.settings || (await getWorkspace(handle, workspaceId)).sample) return []
  const known = people.filter(
    (person): person is PersonRow & { email: string } =>
      person.trust === 'verified' && person.email !== null && isMailAddress(person.email),
  )
  const stopped = await listStopped(
    handle,
    workspaceId,
    kind,
    known.map(({ id }) => id),
  )
  return known.filter(({ id }) => !stopped.has(id))
}

/**
 * Puts a mail to each of some people into the outbox, in the write that is its cause: both are kept, or neither. Each
 * is written in the language of its reader. It goes out after the commit; `deps.mail.wake()` then makes it go at once.
 * @param people rows of this workspace; those who cannot or shall not get it are passed over
 * @returns how many were put there
 */
export async function queueMail(
  tx: Handle,
  deps: Deps,
  workspaceId: string,
  mail: NewMail,
  people: PersonRow[],
): Promise<number> {
  const readers = await listMailable(tx, deps, workspaceId, mail.kind, people)
  if (readers.length === 0) return 0
  const workspace = await getWorkspace(tx, workspaceId)
  const appAddress = await findAppAddress(tx, workspaceId)
  const createdAt = deps.now()
  return insertMails(
    tx,
    readers.map(({ id: personId, email: address, locale }) => {
      const { words, lang } = mailWordsFor(locale ?? workspace.defaultLocale)
      return {
        workspaceId,
        id: deps.newId('mail'),
        kind: mail.kind,
        dedupeKey: `${mail.id} ${personId}`,
        personId,
        address,
        locale: lang,
        ...writeIdeaAnswer(words, mail, { workspaceName: workspace.name, appAddress }),
        createdAt,
        dueAt: createdAt,
        attempts: 0,
        sentAt: null,
        failure: null,
      }
    }),
  )
}
