import { counted } from './plural.ts'

export const overview = {
  title: 'Overview',
  survey: 'Survey',
  allSurveys: 'All NPS surveys',
  nps: {
    title: 'Net Promoter Score',
    /** What the figures of the page cover; the months go further back. */
    period: (days: number) => `answers of the last ${counted(days, 'day', 'days')}`,
    noneInPeriod: (days: number) =>
      `Nobody answered in the last ${counted(days, 'day', 'days')}. The months below show what came before.`,
    /** The score from the answers as they came in. */
    raw: 'Raw, as answered',
    /** The score if every plan and tenure band spoke in proportion to its number of people. */
    weighted: 'Weighted to your customers',
    score: (score: string) => `NPS ${score}`,
    /** An estimate with the ends of its 95 % margin. */
    between: (low: string, high: string) => `between ${low} and ${high}`,
    withMargin: (score: string, low: string, high: string) => `NPS ${score}, between ${low} and ${high}`,
    /** Where all answered who could. */
    withoutMargin: (score: string) => `NPS ${score}, without a sampling margin`,
    answersFrom: (answers: number, people: number) =>
      `${counted(answers, 'answer', 'answers')} from ${counted(people, 'person', 'people')}`,
    /** Kish's effective sample size: weighting makes answers count for less. */
    effective: (answers: number) => `as exact as ${counted(answers, 'answer', 'answers')} drawn at random`,
    margin: 'Margins hold in 95 of 100 cases.',
    few: (answers: number, missing: number) =>
      `${counted(answers, 'answer', 'answers')} so far: take it as a hint. ${missing} more make a score.`,
    none: 'No answers yet',
    noneBody:
      'As soon as customers like these answer an NPS survey, the score stands here with its margin. Widen the filter to see more.',
    noneAnyone: 'As soon as somebody answers an NPS survey in your app, the score stands here with its margin.',
  },
  why: {
    /** Plan or tenure, its share of people, its share of answers. */
    over: (part: string, base: string, answers: string) =>
      `${part} is over-heard: ${base} of people, ${answers} of answers.`,
    under: (part: string, base: string, answers: string) =>
      `${part} is under-heard: ${base} of people, ${answers} of answers.`,
    /** People whose tenure is not known. */
    noTenure: '“Tenure not known”',
    differ: 'Weighting gives every plan and tenure its true size.',
    agree: 'The two agree all the same.',
    inProportion: 'Every plan and tenure is heard about in proportion to its size, so the two agree.',
    small: 'No plan or tenure stands out; small differences add up.',
    noWeighted: 'Too few answers to weigh by plan and tenure.',
    onePlan: 'There is one plan only, so there is nothing to weigh.',
    uncovered: (share: string) =>
      `${share} of people are in plans and tenures without an answer; the weighted score leaves them out.`,
  },
  months: {
    title: 'NPS by month, with its margin',
    answersTitle: 'Answers a month',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    /** Where there is no chart to go back to. */
    hideTable: 'Hide table',
    month: 'Month',
    answers: 'Answers',
    nps: 'NPS',
    marginHead: '95 % margin',
    range: (low: string, high: string) => `${low} to ${high}`,
    tooFew: 'too few answers',
    /** Number of answers in a month that has too few for a score. */
    tooFewIn: (month: string, answers: number, missing: number) =>
      `${month} · ${counted(answers, 'answer', 'answers')}, too few for a score: ${missing} more needed`,
    readout: (month: string, figure: string, answers: number) =>
      `${month} · ${figure} · ${counted(answers, 'answer', 'answers')}`,
    chartLabel: (from: string, to: string) =>
      `Line chart of the score for each month from ${from} to ${to}. The same as a table follows.`,
    noTrend: (least: number) =>
      `Too few answers for a trend: it takes two months with at least ${least} answers each. Every single answer still counts in the score above.`,
    hint: 'Click a month to read its answers.',
  },
  distribution: {
    title: 'How people scored, 0 to 10',
    bar: (score: number, answers: number) => `${score} of 10: ${counted(answers, 'answer', 'answers')}`,
    /** Group, range of scores, share of answers. */
    group: (name: string, range: string) => `${name} ${range}`,
  },
  plans: {
    title: 'NPS by plan',
    plan: 'Plan',
    people: 'People',
    responseRate: 'Response rate',
    answers: 'Answers',
    nps: 'NPS',
    margin: '95 % margin',
    filter: (plan: string) => `Look at ${plan} only`,
    few: (missing: number) => `${missing} more needed`,
    none: 'No one to cut by plan yet.',
    asOfNow: 'Plans are those of the answer here, so a filter as of now cannot pick them.',
  },
  rate: {
    title: 'Response rate',
    withMargin: (low: string, high: string) => `between ${low} and ${high}`,
    base: (answers: number, exposures: number) =>
      `${counted(answers, 'answer', 'answers')} to ${counted(exposures, 'prompt shown', 'prompts shown')}`,
    none: 'No prompt was shown to these customers yet.',
  },
  tickets: {
    title: 'Tickets',
    /** Which tickets the figures are about. */
    period: (days: number) => `created in the last ${counted(days, 'day', 'days')}; open ones of any age`,
    open: 'Open',
    awaiting: 'Awaiting reply',
    median: 'Median first response',
    target: (target: string) => `target ${target}`,
    within: (target: string) => `First answered within ${target}`,
    ofAnswered: (answered: number, created: number) =>
      `${counted(answered, 'ticket', 'tickets')} answered of ${created} created`,
    noneAnswered: 'No ticket was answered yet.',
    areas: 'What they ask about',
    area: 'Area',
    tickets: 'Tickets',
    accounts: 'Accounts',
    spend: (currency: string) => `Spend a month, ${currency}`,
    noAreas: 'Areas appear here once tickets are closed with one.',
  },
}
