import type { Role } from '@heed/contracts'
import { newToken } from '../http/tokens.ts'
import type { Heed } from './heed.ts'
import { signedIn } from './signed-in.ts'

/** A new member of a workspace with this role, through the member API. */
export const signInAs = async (heed: Heed, workspaceId: string, role: Role) => {
  const email = `${newToken()}@acme.example`.toLowerCase()
  const cookie = await signedIn(heed.deps, workspaceId, { name: role, email, role })
  return {
    get: <T>(url: string) => heed.call<T>({ method: 'GET', url: `/api${url}`, headers: { cookie } }),
    send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, json?: unknown) =>
      heed.call<T>({ method, url: `/api${url}`, headers: { cookie }, ...(json === undefined ? {} : { json }) }),
  }
}
