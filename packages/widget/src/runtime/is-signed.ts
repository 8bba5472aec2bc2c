import type { HostClaim } from '../loader/link.ts'

/** Whether somebody vouches for the claim: it then leaves by `identity.ts`, a download of its own. */
export const isSigned = ({ token, userHash }: HostClaim): unknown => token ?? userHash
