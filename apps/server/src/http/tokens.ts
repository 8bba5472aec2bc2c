import { hash, randomBytes } from 'node:crypto'

/** 32 random bytes in base64url. */
export const newToken = () => randomBytes(32).toString('base64url')

/** How tokens and keys are stored: SHA-256 in hex. They are long and random, so no salt or slow hash is needed. */
export const hashToken = (token: string) => hash('sha256', token)
