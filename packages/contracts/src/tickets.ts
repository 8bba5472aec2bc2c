import { z } from 'zod'
import { attachmentTypes, longestAttachmentBytes } from './attachment-limits.ts'
import { AreaId, ArticleId, AttachmentId, MemberId, MessageId, RequestId, TicketId } from './ids.ts'
import { PageQuery, pageOf, queryInt } from './pages.ts'
import { AccountSummary, PersonSummary } from './people.ts'
import { AgeMs, EarlierResponse, PagePlace } from './responses.ts'
import { SpendMinor } from './spend.ts'
import { Snapshot } from './traits.ts'

export const TicketState = z.enum(['open', 'closed'])
export type TicketState = z.infer<typeof TicketState>

/** Proxies end requests that take longer than half a minute. */
const longestWaitSeconds = 25

const Body = z.string().trim().min(1, 'must not be empty').max(20_000)

/** Where the person was when the ticket was filed. The browser's name is read on the server. */
export const TicketContext = z.strictObject({
  page: PagePlace.optional(),
  locale: z.string().max(35).optional(),
  viewport: z.strictObject({ width: z.int().min(0).max(100_000), height: z.int().min(0).max(100_000) }).optional(),
})
export type TicketContext = z.infer<typeof TicketContext>

/** A ticket as the widget files it, under a client-made id. */
export const NewTicket = z.strictObject({
  messageId: MessageId,
  body: Body,
  context: TicketContext.default({}),
  articlesOffered: z.array(ArticleId).max(20).default([]).describe('Articles suggested while the ticket was typed'),
  articlesRead: z.array(ArticleId).max(20).default([]),
  requestId: RequestId.optional().describe('The request that it is the end of, as named to suggestions'),
  ageMs: AgeMs.describe('Not counted: the time of a ticket begins when it arrives'),
})
export type NewTicket = z.infer<typeof NewTicket>

export const NewPersonMessage = z.strictObject({ body: Body, ageMs: AgeMs })
export type NewPersonMessage = z.infer<typeof NewPersonMessage>

/** The person looked at the thread, so long ago. */
export const NewReading = z.strictObject({ ageMs: AgeMs })
export type NewReading = z.infer<typeof NewReading>

/** What a member writes: a reply to the person, or a note that only members see. */
export const NewMessage = z.strictObject({
  body: Body,
  note: z.boolean().default(false),
  memberReplies: z
    .int()
    .min(0)
    .optional()
    .describe('As the ticket was read: with another number a member replied since, and a reply is not sent'),
})
export type NewMessage = z.infer<typeof NewMessage>

export const Closure = z.strictObject({
  areaId: AreaId,
  articleId: ArticleId.optional().describe('The article that answered it: the next to ask the like is offered it'),
  personMessages: z
    .int()
    .min(0)
    .optional()
    .describe('As the ticket was read: with another number the person wrote since, and it stays open'),
})
export type Closure = z.infer<typeof Closure>

/** A file that came with a message of the person. */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string(),
  type: z.enum(attachmentTypes).describe('Media type as read from the bytes'),
  sizeBytes: z.int().max(longestAttachmentBytes),
})
export type Attachment = z.infer<typeof Attachment>

/** Query of an upload; the file's bytes are the body, its media type the content type. */
export const NewAttachmentQuery = z.strictObject({
  messageId: MessageId.describe('The message of this ticket that the file belongs to'),
  name: z.string().trim().min(1).max(200),
})
export type NewAttachmentQuery = z.infer<typeof NewAttachmentQuery>

/** What a member sees in the thread. */
export const Message = z.object({
  id: MessageId,
  author: z.enum(['person', 'member']),
  authorName: z.string().nullable(),
  note: z.boolean(),
  body: z.string(),
  attachments: z.array(Attachment),
  createdAt: z.iso.datetime(),
})
export type Message = z.infer<typeof Message>

export const TicketItem = z.object({
  id: TicketId,
  number: z.int(),
  state: TicketState,
  preview: z.string(),
  person: PersonSummary,
  account: AccountSummary.nullable(),
  snapshot: Snapshot,
  area: z.object({ id: AreaId, name: z.string() }).nullable(),
  assignee: z.object({ id: MemberId, name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  lastMessageAt: z.iso.datetime(),
  firstResponseMs: z.int().nullable().describe('From creation to the first member reply'),
  awaitingReply: z.boolean().describe('Open, and the last word was the person’s'),
})
export type TicketItem = z.infer<typeof TicketItem>

export const TicketQuery = PageQuery.extend({
  state: TicketState.optional(),
  areaId: AreaId.optional(),
  awaitingReply: z.stringbool().optional(),
  days: queryInt(1, 3650).optional().describe('Created in the last so many days'),
  firstResponse: z
    .enum(['any', 'within', 'late'])
    .optional()
    .describe('Answered at all, within the target, or later than it'),
})
export type TicketQuery = z.infer<typeof TicketQuery>
export const TicketPage = pageOf(TicketItem)
export type TicketPage = z.infer<typeof TicketPage>

const ArticleLink = z.object({ id: ArticleId, title: z.string() })

/** The ticket with its thread and the customer's context. */
export const TicketDetail = TicketItem.extend({
  context: TicketContext.extend({ browser: z.string().nullable(), system: z.string().nullable() }),
  messages: z.array(Message),
  personMessages: z.int().describe('How many the person has sent; name it in a closure'),
  memberReplies: z.int().describe('How many replies members have sent, notes apart; name it in a reply'),
  articlesOffered: z.array(ArticleLink),
  articlesRead: z.array(ArticleLink),
  solvedBy: ArticleLink.nullable().describe('The article that it was closed with; null: none, or one that is gone'),
  responses: z.array(EarlierResponse),
  earlierTickets: z.array(
    z.object({ id: TicketId, number: z.int(), preview: z.string(), state: TicketState, createdAt: z.iso.datetime() }),
  ),
})
export type TicketDetail = z.infer<typeof TicketDetail>

/** Figures of a segment's tickets, over those created in the last `periodDays` days. */
export const TicketFigures = z.object({
  periodDays: z.int(),
  open: z.int().describe('Open now, of any age'),
  awaitingReply: z.int(),
  created: z.int(),
  answered: z.int(),
  medianFirstResponseMs: z.number().nullable(),
  withinTarget: z
    .object({ share: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('Share first answered within 15 minutes'),
  byArea: z.array(
    z.object({
      area: z.object({ id: AreaId, name: z.string() }),
      tickets: z.int(),
      accounts: z.int(),
      spendMinor: SpendMinor,
    }),
  ),
})
export type TicketFigures = z.infer<typeof TicketFigures>

/** A ticket as the person who filed it sees it: no notes, nothing of other people. */
export const PersonTicket = z.object({
  id: TicketId,
  number: z.int(),
  state: TicketState,
  createdAt: z.iso.datetime(),
  lastMessageAt: z.iso.datetime(),
  unread: z.int().describe('Replies of members since the person last looked'),
  messages: z.array(Message.omit({ note: true })),
})
export type PersonTicket = z.infer<typeof PersonTicket>

const TicketsMark = z.string().max(64).describe('Tells this state of the tickets from any other')
/** Newest message first. */
export const PersonTicketList = z.object({ items: z.array(PersonTicket), mark: TicketsMark })
export type PersonTicketList = z.infer<typeof PersonTicketList>
/** In place of the list where it is as it was. */
export const NoNews = z.object({ mark: TicketsMark })
export type NoNews = z.infer<typeof NoNews>

/** What a browser knows of its tickets, and how long it waits for something new. */
export const TicketNewsQuery = z.strictObject({
  after: TicketsMark.optional().describe('`mark` of the answer before'),
  waitSeconds: queryInt(0, longestWaitSeconds)
    .optional()
    .describe('Where nothing is new after that mark, the answer waits as long for it'),
})
export type TicketNewsQuery = z.infer<typeof TicketNewsQuery>

/** How many replies of members wait to be read by this browser's visitor, over all its tickets. */
export const UnreadCount = z.object({
  count: z.int(),
  answers: z.int().describe('Ideas it voted for of which something became since it last looked'),
})
export type UnreadCount = z.infer<typeof UnreadCount>

export const Area = z.object({ id: AreaId, name: z.string() })
export type Area = z.infer<typeof Area>
export const AreaList = z.object({ items: z.array(Area) })

export const ticketProblems = {
  attachment_not_found: [404, 'There is no such file at this ticket.'],
  attachment_type: [415, 'Only pictures (PNG, JPEG, WebP, GIF), PDF and plain text can be attached.'],
  too_many_attachments: [409, 'This message has five files already.'],
  message_not_found: [404, 'There is no such message at this ticket.'],
  ticket_not_found: [404, 'There is no such ticket in this workspace.'],
  ticket_changed: [409, 'Somebody wrote in the meantime. Read it first; the ticket is as it was.'],
  area_not_found: [404, 'There is no such area in this workspace.'],
  area_required: [400, 'Choose the area that this ticket is about.'],
} as const
