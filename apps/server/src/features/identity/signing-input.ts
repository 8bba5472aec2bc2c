/**
 * Whether a user id is what a JWT is signed over: two parts with a dot between, the first a JSON object in base64url. Its
 * HMAC would be a token's signature, because one secret makes both. `@heed/node` makes no hash of one, by the same rule.
 */
export const isSigningInput = (userId: string): boolean => {
  const [header = '', payload, ...rest] = userId.split('.')
  if (payload === undefined || rest.length > 0) return false
  try {
    // As leniently as anything that reads tokens may: white space, padding, a byte order mark.
    const read: unknown = JSON.parse(new TextDecoder().decode(Buffer.from(header, 'base64url')))
    return typeof read === 'object' && read !== null && !Array.isArray(read)
  } catch {
    return false
  }
}
