import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { SigningAlgorithm } from '@heed/contracts'
import { problem } from '../../http/problem.ts'

const fewestBits = 2048
const mostBits = 8192

/**
 * Reads the public key (PEM, SPKI) that tokens of an algorithm are checked with: RSA of 2048 to 8192 bits for RS256, the
 * curve P-256 for ES256.
 * @returns the key as PEM, and the beginning of the SHA-256 fingerprint of its DER form, in hex
 * @throws Problem signing_key_unfit
 */
export function readPublicKey(algorithm: Exclude<SigningAlgorithm, 'HS256'>, pem: string) {
  // Of a private key a public one could be made; nobody should have sent it here.
  if (pem.includes('PRIVATE KEY')) {
    throw unfit('This is a private key. Keep it to yourself, make a new pair, and send the public key.')
  }
  if (!pem.trim().startsWith('-----BEGIN PUBLIC KEY-----')) {
    throw unfit('It must be PEM that begins with -----BEGIN PUBLIC KEY-----.')
  }
  const key = parse(pem)
  const fault = algorithm === 'RS256' ? faultOfRsa(key) : faultOfCurve(key)
  if (fault) throw unfit(fault)
  const der = key.export({ type: 'spki', format: 'der' })
  return {
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256').update(der).digest('hex').slice(0, 16),
  }
}

const parse = (pem: string): KeyObject => {
  try {
    return createPublicKey({ key: pem.trim(), format: 'pem' })
  } catch (cause) {
    throw problem('signing_key_unfit', { detail: 'It cannot be read as a public key.', cause })
  }
}

const faultOfRsa = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) => {
  if (asymmetricKeyType !== 'rsa') return 'RS256 takes an RSA key.'
  const { modulusLength: bits = 0 } = asymmetricKeyDetails ?? {}
  return bits < fewestBits || bits > mostBits ? `RS256 takes a key of ${fewestBits} to ${mostBits} bits.` : undefined
}

const faultOfCurve = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) =>
  asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'
    ? undefined
    : 'ES256 takes a key on the curve P-256.'

const unfit = (detail: string) => problem('signing_key_unfit', { detail })
