import { createHmac } from 'node:crypto'
import type { CreatedSigningKey } from '@heed/contracts'

/** What the host's server does: signs who its user is, with a key of HS256. */
export const signIdentity = ({ id, secret }: CreatedSigningKey, claims: object) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', kid: id })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', `${secret}`).update(signed).digest('base64url')}`
}
