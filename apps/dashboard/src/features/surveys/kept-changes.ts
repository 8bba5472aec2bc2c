import type { SurveyDefinition } from '@heed/contracts'

/** Changes that the server does not have yet, and `updatedAt` of what they were made to. */
export type KeptChanges = { basedOn: string; definition: SurveyDefinition }

export const isKeptChanges = (value: unknown): value is KeptChanges =>
  typeof value === 'object' &&
  value !== null &&
  'basedOn' in value &&
  typeof value.basedOn === 'string' &&
  'definition' in value &&
  typeof value.definition === 'object' &&
  value.definition !== null &&
  'kind' in value.definition &&
  'texts' in value.definition
