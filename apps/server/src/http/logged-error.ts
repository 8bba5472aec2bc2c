import { DrizzleQueryError } from 'drizzle-orm'

type Logged = { type: string; message: string; stack: string; [field: string]: unknown }

/** By the names that the stores' drivers give them. None of these holds what stands in a row. */
const fields = { code: 'code', table_name: 'table', column_name: 'column', constraint_name: 'constraint' } as const

/**
 * What the log may say of an error: a closed list, all the way down its causes. A failed query names its parameters, and
 * PostgreSQL quotes the row (`detail`): both are customers' words.
 */
export const loggedError = (error: unknown): Logged => {
  if (error instanceof DrizzleQueryError) return loggedError(error.cause ?? new Error('A query failed.'))
  if (!(error instanceof Error)) return { type: typeof error, message: 'What was thrown is no error.', stack: '' }
  const { name, message, stack = '', cause } = error
  const logged: Logged = { type: error.constructor.name || name, message, stack }
  for (const [given, told] of Object.entries(fields)) {
    const value: unknown = Reflect.get(error, given)
    if (typeof value === 'string') logged[told] = value
  }
  if (cause !== undefined) logged.cause = loggedError(cause)
  if (error instanceof AggregateError) logged.errors = error.errors.map(loggedError)
  return logged
}
