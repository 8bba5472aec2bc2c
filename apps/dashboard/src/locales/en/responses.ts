import { counted } from './plural.ts'

export const responses = {
  title: 'Responses',
  total: (total: number) => counted(total, 'answer', 'answers'),
  filters: {
    /** Names the row of filters for screen readers. */
    label: 'Filter answers',
    group: 'Group',
    all: 'All',
    score: 'Score',
    anyScore: 'Any score',
    /** When it was answered: the last days, or one month. */
    period: 'Period',
    anyTime: 'Any time',
    lastDays: (days: number) => `Last ${counted(days, 'day', 'days')}`,
    survey: 'Survey',
    anySurvey: 'Any survey',
    commented: 'With a comment',
    clear: 'Clear filters',
  },
  /** In place of a comment. */
  noComment: 'No comment',
  empty: {
    title: 'No answers here',
    filtered: 'No answer fits these filters. Take one out to see more.',
    never:
      'Once the widget is in your app and somebody answers a survey, each answer appears here with the customer behind it.',
  },
  detail: {
    title: (who: string) => `Answer from ${who}`,
    /** Heading while the answer itself could not be loaded. */
    heading: 'Answer',
    back: 'All responses',
    answered: 'Answered',
    survey: 'Survey',
    page: 'On the page',
    language: 'Language',
    /** The customer's facts at the time of the answer. */
    asOf: 'As of the answer',
    history: 'Other answers of this person',
    noHistory: 'This is their first answer.',
    tickets: 'Tickets of this person',
    noTickets: 'They have not asked for help.',
  },
}
