import type { Role } from '@heed/contracts'
import { createMember } from '../features/members/create-member.ts'
import { newToken } from '../http/tokens.ts'
import type { Heed } from './heed.ts'

/** A new member of a workspace with this role, through the member API. */
export const signInAs = async (heed: Heed, workspaceId: string, role: Role) => {
  const email = `${newToken()}@acme.example`.toLowerCase()
  const password = 'a long password'
  await createMember(heed.deps, workspaceId, { name: role, email, role, password })
  const remoteAddress = `10.0.1.${1 + Math.floor(Math.random() * 250)}`
  const signedIn = await heed.call({
    method: 'POST',
    url: '/api/session',
    json: { email, password },
    remoteAddress,
  })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  return {
    get: <T>(url: string) => heed.call<T>({ method: 'GET', url: `/api${url}`, headers: { cookie } }),
    send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, json?: unknown) =>
      heed.call<T>({ method, url: `/api${url}`, headers: { cookie }, ...(json === undefined ? {} : { json }) }),
  }
}
