import { StoreBusy } from '@heed/db'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Deps } from '../deps.ts'
import { ProblemError, problem, problemBody } from './problem.ts'
import { securityHeaders } from './security-headers.ts'

const fieldOf = (instancePath: string, context: string | undefined) =>
  instancePath.split('/').filter(Boolean).join('.') || context || 'body'

/** Turns whatever was thrown into a problem of ours. Unknown errors become `internal` and are logged. */
const toProblem = (error: FastifyError | Error, isBusy: (error: unknown) => boolean): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof StoreBusy || isBusy(error)) return problem('overloaded', { retryAfterSeconds: 2, cause: error })
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      field: fieldOf(instancePath, error.validationContext),
      message: message ?? 'is not as it should be',
    }))
    return problem('invalid_input', { errors })
  }
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 429) return problem('too_many_requests')
  if (status === 413) return problem('too_large')
  if (status === 415) return problem('wrong_content_type')
  if (status !== undefined && status >= 400 && status < 500) return problem('invalid_input', { detail: error.message })
  return problem('internal', { cause: error })
}

const send = (reply: FastifyReply, found: ProblemError) => {
  const body = problemBody(found)
  if (found.details.retryAfterSeconds) reply.header('retry-after', found.details.retryAfterSeconds)
  return reply.code(body.status).type('application/problem+json').send(JSON.stringify(body))
}

/** One place where errors become replies. */
export const handleErrors = (app: FastifyInstance, { store }: Pick<Deps, 'store'>) => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const found = toProblem(error, store.read.dialect.isBusy)
    if (problemBody(found).status >= 500) request.log.error({ err: found.details.cause }, found.code)
    return send(reply, found)
  })
}

/** What fails before there is a route: an address that cannot be read. No hook has run, so the headers are set here. */
export const refuseUnreadable = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
  send(
    reply.headers(securityHeaders),
    toProblem(error, () => false),
  )

export const notFound = (_request: FastifyRequest, reply: FastifyReply) => send(reply, problem('route_not_found'))
