import type { Batch, BatchResult, MessageResult } from '@heed/contracts'
import { StoreBusy } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { ProblemError, problem, problemBody } from '../../http/problem.ts'
import { type Message, readMessage } from './read-message.ts'
import { storeMessages, type Workspace } from './store-message.ts'

/** Messages written in one transaction: few enough that nobody else waits long. */
const writtenTogether = 50

/** Stores messages in the order they were sent; one that is refused leaves the others alone. */
export async function ingestBatch(
  deps: Deps,
  workspace: Workspace,
  { batch, sentAt, context }: Batch,
): Promise<BatchResult> {
  const results: MessageResult[] = []
  for (let begin = 0; begin < batch.length; begin += writtenTogether) {
    const common = { ...(sentAt && { sentAt }), ...(context && { context }) }
    const read = batch.slice(begin, begin + writtenTogether).map((sent) => ({
      messageId: messageIdOf(sent),
      read: readMessage(isBag(sent) ? sent.type : undefined, sent, common),
    }))
    results.push(...(await storeTogether(deps, workspace, read)))
  }
  return { success: results.every(({ stored }) => stored !== 'refused'), results }
}

/** Stores one message. @throws Problem what it was refused for */
export async function ingestMessage(
  deps: Deps,
  workspace: Workspace,
  type: string,
  sent: unknown,
): Promise<BatchResult> {
  const read = readMessage(type, sent)
  if ('problem' in read) throw toError(read.problem)
  const result = await storeOne(deps, workspace, read)
  return { success: true, results: [{ messageId: messageIdOf(sent), ...result }] }
}

type Read = { messageId: string | null; read: ReturnType<typeof readMessage> }

async function storeTogether(deps: Deps, workspace: Workspace, read: Read[]): Promise<MessageResult[]> {
  const fitting = read.flatMap(({ read: message }) => ('problem' in message ? [] : [message]))
  const outcomes = await outcomesOf(deps, workspace, fitting)
  return read.map(({ messageId, read: message }) =>
    'problem' in message
      ? { messageId, stored: 'refused', problem: message.problem, warnings: [] }
      : { messageId, ...(outcomes.get(message) ?? { stored: 'refused', warnings: [] }) },
  )
}

type Outcome = Omit<MessageResult, 'messageId'>

/** Together where all can be stored; else each on its own, so that one that fails fails alone. */
async function outcomesOf(deps: Deps, workspace: Workspace, messages: Message[]): Promise<Map<Message, Outcome>> {
  const outcomes = new Map<Message, Outcome>()
  try {
    const stored = await deps.store.write((tx) => storeMessages(tx, deps, workspace, messages))
    for (const [message, outcome] of stored) outcomes.set(message, outcome)
  } catch (error) {
    if (isForAll(deps, error)) throw error
    for (const message of messages) outcomes.set(message, await storeAlone(deps, workspace, message))
  }
  return outcomes
}

const storeAlone = (deps: Deps, workspace: Workspace, message: Message): Promise<Outcome> =>
  storeOne(deps, workspace, message).catch((error: unknown) => {
    if (isForAll(deps, error)) throw error
    if (error instanceof ProblemError) return { stored: 'refused', problem: problemBody(error), warnings: [] }
    // The batch is answered with 200, so nobody else logs it.
    deps.faults.tell(error, 'a message of a batch was not stored')
    return { stored: 'refused', problem: problemBody(problem('internal')), warnings: [] }
  })

const storeOne = async (deps: Deps, workspace: Workspace, message: Message): Promise<Outcome> => {
  const stored = await deps.store.write((tx) => storeMessages(tx, deps, workspace, [message]))
  return stored.get(message) ?? { stored: 'refused', warnings: [] }
}

/** The store is busy or away: then the whole batch shall come again. */
const isForAll = ({ store }: Deps, error: unknown): boolean =>
  error instanceof StoreBusy || store.read.dialect.isBusy(error)

const messageIdOf = (sent: unknown): string | null =>
  isBag(sent) && typeof sent.messageId === 'string' ? sent.messageId.slice(0, 255) : null
const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toError = ({ code, detail, errors }: ReturnType<typeof problemBody>): ProblemError =>
  problem(code as ProblemError['code'], { ...(detail && { detail }), ...(errors && { errors }) })
