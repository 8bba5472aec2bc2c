import type { RequestKind } from '@heed/contracts'
import { isRequest, saysSomething } from '@heed/suggest'

/** Whether what somebody typed is kept as a request: a search from its first word on, a question once it is one. */
export const isKept = (kind: RequestKind, text: string, locale: string | undefined): boolean =>
  kind === 'searched' ? saysSomething(text) : isRequest(text, locale)
