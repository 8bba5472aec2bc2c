import type { Deps } from '../../deps.ts'
import { createMember } from '../members/create-member.ts'
import { findMemberByEmail } from '../members/members.queries.ts'
import { createWorkspace } from '../workspaces/create-workspace.ts'
import { findAnyWorkspace, removeWorkspace } from '../workspaces/workspaces.queries.ts'
import { fullSample, makeSample, type SampleSize } from './make-sample.ts'

/** For the sample alone: they stand in the documentation, so the server keeps them on this machine. */
export const sampleKeys = { publishable: 'pk_sample', secret: 'sk_sample' }
export const samplePassword = 'heed sample'
export const sampleOwnerEmail = 'owner@northbank.example'

/**
 * Finds the sample workspace or makes it. The owner is added last, so a sample that was cut off half-way is known by
 * its missing owner and made anew.
 * @returns its id
 */
export async function ensureSample(deps: Deps, say: (text: string) => void, size: SampleSize = fullSample) {
  const before = await findAnyWorkspace(deps.store.read, { sample: true })
  if (before && (await findMemberByEmail(deps.store.read, sampleOwnerEmail))) return before.id
  if (before) await deps.store.write((tx) => removeWorkspace(tx, before.id))

  say('Making the sample workspace: a business bank with two years of customers …')
  const startedAt = Date.now()
  const { workspaceId } = await createWorkspace(deps, {
    name: 'Northbank',
    currency: 'EUR',
    sample: true,
    // The demo app claims who its users are, as the quickest way to try Heed does.
    unverifiedValues: 'use',
    origins: ['http://localhost:*', 'http://127.0.0.1:*'],
    keys: sampleKeys,
  })
  let told = 0
  await makeSample(deps, workspaceId, size, (share) => {
    const tenths = Math.floor(share * 10)
    if (tenths > told) say(`  ${tenths * 10} %`)
    told = Math.max(told, tenths)
  })
  await createMember(deps, workspaceId, {
    name: 'Sample owner',
    email: sampleOwnerEmail,
    role: 'owner',
    password: samplePassword,
  })
  say(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  return workspaceId
}
