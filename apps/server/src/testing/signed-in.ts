import type { Role } from '@heed/contracts'
import type { Deps } from '../deps.ts'
import { addMember } from '../features/members/create-member.ts'
import { hashPassword } from '../features/members/password.ts'
import { openSession } from '../features/members/sign-in.ts'

/** Of every member that a test makes. */
const password = 'a long password'

/** Made once, because it takes 40 ms. */
let passwordHash: Promise<string> | undefined

/** Makes a member who is signed in. @returns the cookie of the session */
export const signedIn = async (
  deps: Deps,
  workspaceId: string,
  member: { name: string; email: string; role: Role },
): Promise<string> => {
  passwordHash ??= hashPassword(password)
  const hash = await passwordHash
  const token = await deps.store.write(async (tx) =>
    openSession(tx, deps, await addMember(tx, deps, workspaceId, { ...member, passwordHash: hash })),
  )
  return `heed-session=${token}`
}
