import { ApiProblem } from '../../api.ts'

/** What the server refused, field by field. */
export type FieldFaults = readonly { field: string; message: string }[]

export const faultsOf = (error: unknown): FieldFaults => (error instanceof ApiProblem ? error.fields : [])

/** What is wrong with a field, as a sentence. */
export function faultOf(faults: FieldFaults, field: string): string | undefined {
  const message = faults.find((fault) => fault.field === field)?.message
  return message && `${message[0]?.toUpperCase()}${message.slice(1)}.`
}
