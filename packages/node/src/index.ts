export { createHeed, type Heed, type HeedOptions, type TimeLimit } from './create-heed.ts'
export type { FaultCode, HeedFault } from './faults.ts'
export type {
  AccountTraits,
  Group,
  Identify,
  Moment,
  Page,
  PersonTraits,
  SentMessage,
  Track,
} from './messages.ts'
export {
  type SignedAccount,
  type SignedPerson,
  type SignedTraits,
  type SigningKey,
  signIdentity,
} from './sign-identity.ts'
export { userHash } from './user-hash.ts'
export {
  verifyWebhook,
  WebhookError,
  type WebhookEvent,
  type WebhookFault,
  type WebhookHeaders,
} from './verify-webhook.ts'
