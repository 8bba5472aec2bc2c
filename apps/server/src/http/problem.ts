import {
  areaProblems,
  articleProblems,
  ideaProblems,
  identityProblems,
  importProblems,
  knowledgeBaseProblems,
  memberProblems,
  type Problem,
  peopleProblems,
  rateProblems,
  requestProblems,
  responseProblems,
  segmentProblems,
  shareProblems,
  surveyProblems,
  ticketProblems,
  workspaceProblems,
} from '@heed/contracts'

/** Every code that a caller can meet; docs/api.md lists them, and a test holds the two together. */
const problems = {
  ...requestProblems,
  ...workspaceProblems,
  ...memberProblems,
  ...peopleProblems,
  ...responseProblems,
  ...ticketProblems,
  ...areaProblems,
  ...articleProblems,
  ...knowledgeBaseProblems,
  ...ideaProblems,
  ...identityProblems,
  ...importProblems,
  ...rateProblems,
  ...segmentProblems,
  ...shareProblems,
  ...surveyProblems,
} as const
export type ProblemCode = keyof typeof problems

type Details = {
  detail?: string
  errors?: { field: string; message: string }[]
  retryAfterSeconds?: number
  cause?: unknown
}

/** An expected failure. `cause` goes to the log only; everything else may be shown. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(problems[code][1], { cause: details.cause })
    this.code = code
    this.details = details
  }
}

/** Makes the error for a code of the table: `throw problem('ticket_not_found')`. */
export const problem = (code: ProblemCode, details?: Details) => new ProblemError(code, details)

/** What a caller can correct at once; a body may hold thousands of faults, and the reply must not be longer than it. */
const mostErrors = 20

/** RFC 9457 body of a problem. */
export const problemBody = ({ code, details: { detail, errors } }: ProblemError): Problem => {
  const [status, title] = problems[code]
  return {
    type: `urn:heed:problem:${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors: errors.slice(0, mostErrors) } : {}),
  }
}
