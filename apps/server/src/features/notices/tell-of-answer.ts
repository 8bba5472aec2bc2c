import { bandOf, idPrefixes, type SurveyKind, scoreRange } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import type { Customer } from '../people/people.queries.ts'
import type { Visitor } from '../people/record-person.ts'
import type { ResponseRow } from '../responses/responses.queries.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import { mostTicketsAnHour, openTicketIn } from '../tickets/open-ticket.ts'
import { isOwn } from '../tickets/own-ticket.ts'
import { countFiled, findTicket } from '../tickets/tickets.queries.ts'
import { writeToTicketIn } from '../tickets/write-to-ticket.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { findNotice, insertNotice } from './notices.queries.ts'

const hourMs = 3_600_000

type Answer = {
  visitor: Visitor
  customer: Customer
  survey: SurveyRow
  /** As it is stored now. */
  response: ResponseRow
  /** A comment that came, or was changed, just now. */
  newWords: string | null
}

/**
 * Tells the team of a low score of a customer who spends enough, as the survey's alerts say: with a notice, or with a
 * ticket in the person's name as well, unless their browser filed many just now. In the write that stores the answer, so that no crash comes between the two.
 * An answer is told of once; what is written to it later becomes a message of the person in the same ticket.
 */
export async function tellOfAnswer(tx: Handle, deps: Deps, answer: Answer): Promise<void> {
  const low = answer.survey.alerts?.low
  if (!low) return

  const { response } = answer
  // An id that follows from the answer's: it is found without an index, and there is one.
  const id = response.id.replace(idPrefixes.response, idPrefixes.notice)
  const told = await findNotice(tx, response.workspaceId, id)
  if (told) return addWords(tx, deps, answer, told.ticketId)

  if (!isLow(answer.survey.kind, response.score)) return
  if (!(await spendsEnough(tx, response, low.spendFromMinor))) return
  const { person } = answer.customer
  const personName = person.name || person.email || person.userId
  await insertNotice(tx, {
    workspaceId: response.workspaceId,
    id,
    kind: 'low_score',
    surveyId: response.surveyId,
    responseId: response.id,
    ticketId: low.make === 'ticket' && (await mayFile(tx, deps, answer)) ? await openTicketOf(tx, deps, answer) : null,
    facts: {
      ...(personName && { personName }),
      ...(response.score !== null && { score: response.score }),
      ...(response.reportingSpendMinor !== null && { spendMinor: response.reportingSpendMinor }),
    },
    createdAt: deps.now(),
    readAt: null,
  })
}

const isLow = (kind: SurveyKind, score: number | null) =>
  score !== null && kind in scoreRange && bandOf(kind as keyof typeof scoreRange, score) === 'low'

/** From nothing on everybody does. Else a spend that only a browser claims counts where the workspace lets it. */
async function spendsEnough(tx: Handle, response: ResponseRow, fromMinor: number) {
  if (fromMinor === 0) return true
  if (response.reportingSpendMinor === null || response.reportingSpendMinor < fromMinor) return false
  if (response.valuesTrust === 'verified') return true
  return (await getWorkspace(tx, response.workspaceId)).unverifiedValues === 'use'
}

/** One browser files no more tickets by what it answers than it could by hand. */
const mayFile = async (tx: Handle, { now }: Deps, { visitor: { workspaceId, hash } }: Answer) =>
  (await countFiled(tx, workspaceId, hash, new Date(now().getTime() - hourMs))) < mostTicketsAnHour

/** @returns the ticket's id */
async function openTicketOf(tx: Handle, deps: Deps, { visitor, survey, response }: Answer) {
  const ticketId = deps.newId('ticket')
  const { page, locale } = response
  await openTicketIn(
    tx,
    deps,
    visitor,
    ticketId,
    {
      messageId: deps.newId('message'),
      body: await wordsOf(tx, survey, response),
      context: { ...(page && { page }), ...(locale && { locale }) },
      articlesOffered: [],
      articlesRead: [],
      ageMs: 0,
    },
    { browser: null, system: null },
  )
  return ticketId
}

/** What the person was asked, in their language where the survey has its own words for it; the score; the comment. */
async function wordsOf(tx: Handle, { kind, texts, workspaceId }: SurveyRow, { score, comment, locale }: ResponseRow) {
  const [language = ''] = locale?.split('-') ?? []
  const { defaultLocale } = await getWorkspace(tx, workspaceId)
  const question = [locale ?? '', language, defaultLocale].map((tag) => texts[tag]?.question).find(Boolean)
  const [, highest] = scoreRange[kind as keyof typeof scoreRange]
  const answered = `${score} / ${highest}`
  return [question ? `${question}\n${answered}` : answered, comment].filter(Boolean).join('\n\n')
}

async function addWords(tx: Handle, deps: Deps, { visitor, response, newWords }: Answer, ticketId: string | null) {
  if (!ticketId || !newWords) return
  const ticket = await findTicket(tx, response.workspaceId, ticketId)
  if (!isOwn(ticket, visitor)) return // of another browser: the comment stands with the answer
  await writeToTicketIn(tx, deps, visitor, ticketId, deps.newId('message'), { body: newWords, ageMs: 0 })
}
