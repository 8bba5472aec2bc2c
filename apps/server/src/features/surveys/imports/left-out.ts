import type { ImportedSurveys } from '@heed/contracts'

/** What an import leaves out, told by where it stands and why. */
export type LeftOut = ImportedSurveys['leftOut']

/** Puts a reason down. Of many alike the first stands for all. */
export type LeaveOut = (path: string, reason: string) => void

export const leaveOutInto =
  (leftOut: LeftOut): LeaveOut =>
  (path, reason) => {
    if (!leftOut.some((other) => other.path === path && other.reason === reason)) leftOut.push({ path, reason })
  }

/**
 * Leaves out every member of an object that holds something and is not read elsewhere.
 * @param reasons why, by member; members with `null` say nothing that Heed could lose, and are passed over
 */
export function leaveOutRest(
  leaveOut: LeaveOut,
  path: string,
  object: Record<string, unknown>,
  reasons: Record<string, string | null>,
) {
  for (const [name, value] of Object.entries(object)) {
    const reason = Object.hasOwn(reasons, name) ? reasons[name] : 'Heed has nothing like it'
    if (reason && !isEmpty(value)) leaveOut(path ? `${path}.${name}` : name, reason)
  }
}

const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return false
  // A switch that is off, as in { enabled: false, fieldIds: […] }.
  return ('enabled' in value && value.enabled === false) || Object.values(value).every(isEmpty)
}
