import { customAlphabet } from 'nanoid'
import { formatId, idDigits, randomDigits } from './id-format.ts'
import type { IdKind } from './id-prefixes.ts'

const randomPart = customAlphabet(idDigits, randomDigits)

/**
 * Makes an id on a server; browsers make theirs in `packages/widget/src/runtime/new-id.ts`.
 * @param nowMs milliseconds since 1970
 */
export const newId = (kind: IdKind, nowMs: number = Date.now()): string => formatId(kind, nowMs, randomPart())
