import { faultOf, type HeedFault } from './faults.ts'
import type { Waiting } from './messages.ts'
import { type Attempt, mayPass, type Result, reasonOf } from './post-batch.ts'

/** So often Heed may fail on one message alone: it would come back forever. */
const mostDeferrals = 8

/** What follows from an attempt: which messages go again, no sooner than in `afterMs`, and what the host is told. */
export type Settled = { again: Waiting[]; afterMs: number; why: string; cause?: unknown; faults: HeedFault[] }

/** Reads what became of each message of a batch. */
export function settleBatch(batch: readonly Waiting[], attempt: Attempt): Settled {
  if (attempt.kind === 'failed') return settleFailed(batch, attempt)
  if (attempt.kind === 'refused') {
    const { why, problem } = attempt
    const text = batch.length > 1 ? `${batch.length} messages were refused: ${why}` : `it was refused. ${why}`
    const fault = faultOf('refused', text, batch, { fields: problem?.errors ?? [], cause: problem })
    return { again: [], afterMs: 0, why, faults: [fault] }
  }
  const again: Waiting[] = []
  const faults = batch.flatMap((message, index) => {
    const result = attempt.results[index]
    if (result && isPutOff(result) && message.deferred < mostDeferrals) {
      again.push(putOff(message))
      return []
    }
    return result ? faultsOf(message, result) : []
  })
  return { again, afterMs: 0, why: 'it puts some messages off', faults }
}

function settleFailed(batch: readonly Waiting[], attempt: Extract<Attempt, { kind: 'failed' }>): Settled {
  const { why, afterMs, cause, broken } = attempt
  const [first] = batch
  if (!broken || !first || batch.length > 1) return { again: [...batch], afterMs, why, cause, faults: [] }
  if (first.deferred < mostDeferrals) return { again: [putOff(first)], afterMs, why, cause, faults: [] }
  const fault = faultOf('refused', `Heed fails on it: ${why}.`, batch, { cause })
  return { again: [], afterMs, why, faults: [fault] }
}

const putOff = (message: Waiting): Waiting => ({ ...message, deferred: message.deferred + 1 })

const isPutOff = ({ stored, problem }: Result) => stored === 'refused' && mayPass(problem?.status ?? 400)

const faultsOf = (message: Waiting, { stored, problem, warnings = [] }: Result): HeedFault[] => {
  if (stored === 'refused') {
    const why = `it was refused. ${reasonOf(problem, 400)}`
    return [faultOf('refused', why, [message], { fields: problem?.errors ?? warnings, cause: problem })]
  }
  if (warnings.length === 0) return []
  return [faultOf('partly_read', 'it is stored without what could not be read:', [message], { fields: warnings })]
}
