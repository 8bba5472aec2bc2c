import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { findAccountByExternalId, findCustomerByUserId, findVisitor } from '../people/people.queries.ts'
import type { TraitFault } from '../people/read-traits.ts'
import { recordAccountIn } from '../people/record-account.ts'
import { type Claimant, recordPersonIn } from '../people/record-person.ts'
import { findMessages, insertEvent, markSeen } from './events.queries.ts'
import { anonymousHash, anonymousIdOf, lockMessages } from './message-locks.ts'
import { faultsOfTimes, messageTime } from './message-time.ts'
import type { Message } from './read-message.ts'
import { leftOut, type Said, saidIn } from './said-in.ts'
import { eventOfNobody, toEvent } from './to-event.ts'

export type Workspace = { id: string; currency: string }
type Outcome = { stored: 'stored' | 'repeated'; warnings: TraitFault[] }

/**
 * Stores messages of the Segment spec, in their order: what each says of person and account, and the message itself.
 * What of it cannot be read is told in `warnings`; the rest lands. A `messageId` that was there before changes nothing.
 */
export async function storeMessages(
  tx: Handle,
  deps: Deps,
  workspace: Workspace,
  messages: Message[],
): Promise<Map<Message, Outcome>> {
  const holding = await lockMessages(tx, workspace.id, messages)
  const ids = messages.flatMap(({ message }) => message.messageId || [])
  const there = await findMessages(holding, workspace.id, ids)
  const outcomes = new Map<Message, Outcome>()
  for (const read of messages) {
    const { messageId } = read.message
    const isRepeated = Boolean(messageId && there.has(messageId))
    outcomes.set(
      read,
      isRepeated
        ? { stored: 'repeated', warnings: [] }
        : { stored: 'stored', warnings: await storeMessage(holding, deps, workspace, read) },
    )
    if (messageId) there.add(messageId)
  }
  return outcomes
}

async function storeMessage(tx: Handle, deps: Deps, workspace: Workspace, read: Message): Promise<TraitFault[]> {
  const at = messageTime(read.message, deps.now())
  const warnings = faultsOfTimes(read.message)
  const told = await tellOf(tx, deps, workspace, { workspaceId: workspace.id, source: 'server', at }, read, warnings)
  const { personId, accountId } = told
  const own = { workspaceId: workspace.id, id: deps.newId('event'), at, createdAt: deps.now() }
  if (!personId) {
    const { messageId } = read.message
    if (messageId) await insertEvent(tx, { ...own, ...eventOfNobody(messageId) })
    return warnings
  }
  const event = { ...own, ...toEvent(read, at), personId, accountId }
  const isVisit = read.type === 'track' || read.type === 'page' || read.type === 'screen'
  await Promise.all([insertEvent(tx, event), isVisit && markSeen(tx, { workspaceId: workspace.id, personId, at })])
  return warnings
}

type Told = { personId: string | null; accountId: string | null }

/** Records what the message says of people and accounts, and answers whose it is. */
async function tellOf(
  tx: Handle,
  deps: Deps,
  workspace: Workspace,
  claimant: Claimant,
  read: Message,
  warnings: TraitFault[],
): Promise<Told> {
  const { userId } = read.message
  const anonymousId = anonymousIdOf(read)
  const said = await saidIn(tx, workspace, read)
  warnings.push(...said.faults)
  if (!userId && !anonymousId) {
    if (!said.account) return { personId: null, accountId: null }
    const account = await recordAccountIn(tx, deps, claimant, said.account)
    warnings.push(...leftOut(said.account.traits, account.traits))
    return { personId: null, accountId: account.id }
  }
  if (userId && !anonymousId && !said.account && Object.keys(said.person).length === 0) {
    const known = await findCustomerByUserId(tx, workspace.id, userId, 'verified')
    if (known) return { personId: known.person.id, accountId: known.person.accountId }
  }
  const visitorHash = await ownVisitor(tx, workspace, anonymousId, userId, warnings)
  const { person, account } = await recordPersonIn(
    tx,
    deps,
    { ...claimant, ...(visitorHash && { visitorHash }) },
    { ...said.person, ...(userId && { userId }), ...(said.account && { account: said.account }) },
  )
  // Told late, it may be about another account than the one they belong to now.
  const about = await accountOf(tx, workspace, said, account)
  warnings.push(...leftOut(said.person.traits, person.traits), ...leftOut(said.account?.traits, about?.traits))
  return { personId: person.id, accountId: about?.id ?? null }
}

const accountOf = async <T extends { externalId: string }>(
  tx: Handle,
  workspace: Workspace,
  { account }: Said,
  current: T | null,
) =>
  !account || account.accountId === current?.externalId
    ? current
    : findAccountByExternalId(tx, workspace.id, account.accountId, 'verified')

/** The anonymous id, unless it is another user's already: hosts keep theirs when somebody else signs in. */
async function ownVisitor(
  tx: Handle,
  workspace: Workspace,
  anonymousId: string | undefined,
  userId: string | undefined,
  warnings: TraitFault[],
): Promise<string | undefined> {
  if (!anonymousId) return undefined
  const hash = anonymousHash(anonymousId)
  const visiting = (await findVisitor(tx, workspace.id, hash))?.person.userId
  if (!userId || !visiting || visiting === userId) return hash
  warnings.push({ field: 'anonymousId', message: 'belongs to another user already, and was left out' })
  return undefined
}
