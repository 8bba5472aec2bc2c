import { counted } from './plural.ts'

export const responses = {
  title: 'Responses',
  total: (total: number) => counted(total, 'answer', 'answers'),
  filters: {
    /** Names the row of filters for screen readers. */
    label: 'Filter answers',
    group: 'Group',
    all: 'All',
    /** Which kind of survey it answers: NPS, open text. */
    kind: 'Kind of answer',
    anyKind: 'Any kind',
    score: 'Score',
    anyScore: 'Any score',
    /** When it was answered: the last days, or one month. */
    period: 'Period',
    anyTime: 'Any time',
    lastDays: (days: number) => `Last ${counted(days, 'day', 'days')}`,
    survey: 'Survey',
    anySurvey: 'Any survey',
    /** The first and last day, as the address has them. */
    since: (from: string, to: string) => `${from} – ${to}`,
    search: 'Search in comments',
    searchHint: 'Search in comments',
    area: 'Area',
    anyArea: 'Any area',
    version: 'Version of the survey',
    anyVersion: 'Any version',
    language: 'Language',
    anyLanguage: 'Any language',
    unknownLanguage: 'Language not known',
    versionNumber: (version: string) => `Version ${version}`,
    /** Which of the options was chosen. */
    choice: 'Chose',
    anyChoice: 'Any option',
    starred: 'Starred',
    commented: 'With a comment',
    clear: 'Clear filters',
  },
  /** Kinds of surveys; NPS, CSAT and CES are known by these letters in every language. */
  kinds: {
    nps: 'NPS',
    csat: 'Satisfaction (CSAT)',
    ces: 'Effort (CES)',
    rating: 'Rating',
    reaction: 'Reaction to an idea',
    single_choice: 'Single choice',
    multiple_choice: 'Multiple choice',
    comparison: 'Which of two ideas',
    text: 'Open text',
  },
  /** A score and the highest there is. */
  scoreOf: (score: number, highest: number) => `${score} of ${highest}`,
  /** The same in a square of 34 pixels. */
  scoreShort: (score: number, highest: number) => `${score}/${highest}`,
  /** The same for screen readers, with the kind of survey. */
  scoreLabel: (score: number, highest: number, kind: string) => `${score} of ${highest}, ${kind}`,
  /** In place of a comment. */
  noComment: 'No comment',
  /** What the team marks answers with. */
  marks: {
    star: 'Star this answer',
    unstar: 'Take the star away',
    starred: 'Starred',
    areas: 'What this answer is about',
    areasTitle: 'What is this answer about?',
    noAreas: 'There are no areas yet. They come with the first tickets.',
  },
  comments: {
    /** On the page of one survey. */
    withAll: 'Also answers without a comment',
    total: (total: number) => counted(total, 'answer', 'answers'),
  },
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
