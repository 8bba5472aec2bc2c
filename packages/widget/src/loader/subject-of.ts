/**
 * Whose token it is, so that this browser keeps apart what belongs to each user. The signature is not looked at: what is
 * true, the server decides. Undefined where it cannot be read, or is no text.
 */
export function subjectOf(token: unknown): string | undefined {
  try {
    return JSON.parse(atob(`${`${token}`.split('.')[1]}`.replace(/-/g, '+').replace(/_/g, '/'))).sub
  } catch {
    return undefined
  }
}
