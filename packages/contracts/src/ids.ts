import { z } from 'zod'
import { type IdKind, idPrefixes } from './id-prefixes.ts'

const idOf = (kind: IdKind) =>
  z
    .string()
    .regex(
      new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{21}$`),
      `must be ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} id such as ${idPrefixes[kind]}_…`,
    )

export const WorkspaceId = idOf('workspace')
export const MemberId = idOf('member')
export const PersonId = idOf('person')
export const AccountId = idOf('account')
export const SurveyId = idOf('survey')
export const ExposureId = idOf('exposure')
export const ResponseId = idOf('response')
export const TicketId = idOf('ticket')
export const MessageId = idOf('message')
export const AreaId = idOf('area')
export const ArticleId = idOf('article')
export const DeflectionId = idOf('deflection')
export const AttachmentId = idOf('attachment')
export const IdeaId = idOf('idea')
export const SegmentId = idOf('segment')
export const EventId = idOf('event')
export const KeyId = idOf('key')
export const SigningKeyId = idOf('signingKey')
export const NoticeId = idOf('notice')
export const ShareId = idOf('share')
export const RequestId = idOf('request')
export const IdeaAnswerId = idOf('ideaAnswer')
