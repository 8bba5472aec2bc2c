import type { SigningKey } from '@heed/contracts'
import type { SigningKeyRow } from './identity.queries.ts'

/** A key as members see it: never with its secret. */
export const toSigningKey = ({ id, algorithm, name, hint, createdAt, lastUsedAt }: SigningKeyRow): SigningKey => ({
  id,
  algorithm,
  name,
  hint,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
