import { accounts } from './en/accounts.ts'
import { articles } from './en/articles.ts'
import { common } from './en/common.ts'
import { customers } from './en/customers.ts'
import { deflection } from './en/deflection.ts'
import { erasure } from './en/erasure.ts'
import { getStarted } from './en/get-started.ts'
import { idea } from './en/idea.ts'
import { ideas } from './en/ideas.ts'
import { notices } from './en/notices.ts'
import { overview } from './en/overview.ts'
import { people } from './en/people.ts'
import { responses } from './en/responses.ts'
import { results } from './en/results.ts'
import { segments } from './en/segments.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import { signUp } from './en/sign-up.ts'
import { surveys } from './en/surveys.ts'
import { tickets } from './en/tickets.ts'

/**
 * English. A note for the translator stands above each text that needs one. Functions take what differs as arguments,
 * already written in the language's own way (numbers, money, dates, lists); counts come a second time as a number
 * where the plural form depends on them.
 */
export const en = {
  accounts,
  articles,
  common,
  customers,
  deflection,
  erasure,
  getStarted,
  idea,
  ideas,
  notices,
  overview,
  people,
  responses,
  results,
  segments,
  settings,
  signIn,
  signUp,
  surveys,
  tickets,
}
