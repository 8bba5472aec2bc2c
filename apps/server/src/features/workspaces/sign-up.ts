import type { SignUp, SignUpState } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { addMember } from '../members/create-member.ts'
import { hashPassword } from '../members/password.ts'
import { openSession } from '../members/sign-in.ts'
import { addWorkspace } from './create-workspace.ts'
import { findAnyWorkspace } from './workspaces.queries.ts'

type Rule = Config['signUp']

/** Whether somebody who is not signed in may make a workspace now. */
export async function readSignUp(handle: Handle, rule: Rule): Promise<SignUpState> {
  return {
    open: rule === 'open' || (rule === 'first' && !(await findAnyWorkspace(handle, { sample: false }))),
    first: !(await findAnyWorkspace(handle)),
  }
}

/**
 * Makes a workspace with its keys and its owner, and signs the owner in, all in one write.
 * Pages of this machine may use its key from the start, and what browsers claim counts in it: it must show something
 * before the host's server signs anything.
 * @returns the session's token, for the cookie
 * @throws Problem sign_up_closed, email_taken
 */
export async function signUp(deps: Deps, rule: Rule, wanted: SignUp): Promise<string> {
  if (!(await readSignUp(deps.store.read, rule)).open) throw problem('sign_up_closed')
  const passwordHash = await hashPassword(wanted.password)
  return deps.store.write(async (tx) => {
    await tx.lock('sign-up') // of two at once, one is the first
    if (!(await readSignUp(tx, rule)).open) throw problem('sign_up_closed')
    const { workspaceId } = await addWorkspace(tx, deps, {
      name: wanted.workspaceName,
      currency: wanted.currency,
      defaultLocale: wanted.defaultLocale,
      unverifiedValues: 'use',
      origins: ['http://localhost:*', 'http://127.0.0.1:*'],
    })
    const { name, email } = wanted
    const owner = await addMember(tx, deps, workspaceId, { name, email, role: 'owner', passwordHash })
    return openSession(tx, deps, owner)
  })
}
