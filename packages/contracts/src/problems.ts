import { z } from 'zod'

/** RFC 9457 problem JSON, the body of a reply of the API that is not 2xx. Callers switch on `code`, never on text. */
export const Problem = z
  .object({
    type: z.string().describe('urn:heed:problem:<code>'),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('The fields at fault, where the input was at fault; the first 20'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** code → [HTTP status, the sentence the caller may see]. */
export type ProblemTable = Record<string, readonly [status: number, title: string]>

export const requestProblems = {
  invalid_input: [400, 'Some fields are missing or not as they should be.'],
  not_signed_in: [401, 'Sign in first.'],
  unknown_key: [401, 'This key is not known, or it was revoked.'],
  unknown_visitor: [401, 'Send the visitor token of this browser in the X-Heed-Visitor header.'],
  role_too_low: [403, 'Your role does not allow this.'],
  origin_not_allowed: [403, 'This site is not in the list of origins of the publishable key.'],
  cross_site_request: [403, 'This request came from another site.'],
  sample_only_here: [403, 'The sample workspace is for this machine alone: its keys and password are public.'],
  route_not_found: [404, 'There is nothing at this address.'],
  too_large: [413, 'The request is too large.'],
  wrong_content_type: [415, 'Send JSON, with content type application/json.'],
  too_many_requests: [429, 'Too many requests. Try again after the time in Retry-After.'],
  internal: [500, 'Something went wrong on our side. What you sent was not stored.'],
  overloaded: [503, 'The server is busy. Try again after the time in Retry-After.'],
} as const satisfies ProblemTable
