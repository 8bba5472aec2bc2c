import { counted } from './plural.ts'
import { resultComparison } from './result-comparison.ts'
import { resultCuts } from './result-cuts.ts'
import { resultSampling } from './result-sampling.ts'
import { resultSharing } from './result-sharing.ts'

export const results = {
  /** Heading while the survey itself could not be loaded. */
  heading: 'Results',
  back: 'All surveys',
  tabs: {
    /** Names the list of a survey's pages for screen readers. */
    label: 'Pages of this survey',
    results: 'Results',
    compare: 'Compare',
    comments: 'Comments',
    sampling: 'Sampling',
    edit: 'Edit',
    view: 'Definition',
  },
  controls: {
    label: 'Which answers',
    period: 'Period',
    lastDays: (days: number) => `Last ${counted(days, 'day', 'days')}`,
    from: 'From',
    to: 'To',
    apply: 'Show',
    /** Dates of the address or of the form that make no period. */
    badPeriod: 'The first day must not be after the last.',
    version: 'Version',
    anyVersion: 'All versions',
    versionNumber: (version: number) => `Version ${version}`,
    unit: 'Who has a voice',
    units: { people: 'People', accounts: 'Accounts', spend: 'Spend' },
    unitHints: {
      people: 'Every answer counts the same',
      accounts: 'One voice an account: the mean of its people',
      spend: 'One voice an account, weighing as much as it spends',
    },
  },
  /** Figures are already written with their unit. */
  measures: {
    nps: (value: string) => `NPS ${value}`,
    csat: (value: string) => `${value} satisfied`,
    ces: (value: string) => `Ease ${value} of 7`,
    rating: (value: string) => `${value} of 5`,
    reaction: (value: string) => `${value} like it`,
    choices: (value: string) => `${value} for the option chosen most`,
    /** `option`: its words. */
    chose: (value: string, option: string) => `${value} chose “${option}”`,
  },
  names: {
    nps: 'Net Promoter Score',
    csat: 'Satisfaction (CSAT)',
    ces: 'Ease (CES)',
    rating: 'Rating',
    reaction: 'Who likes it',
    choices: 'Choice',
    text: 'Answers in words',
  },
  between: (value: string, low: string, high: string) => `${value}, between ${low} and ${high}`,
  /** Where all answered who could. */
  exact: (value: string) => `${value}, without a sampling margin`,
  range: (low: string, high: string) => `${low} to ${high}`,
  people: (count: number) => counted(count, 'person', 'people'),
  accounts: (count: number) => counted(count, 'account', 'accounts'),
  answers: (count: number) => counted(count, 'answer', 'answers'),
  headline: {
    /** Both days included. */
    period: (from: string, to: string) => `${from} – ${to}`,
    raw: 'Raw, as answered',
    weighted: 'Weighted to your customers',
    /** `answers` and `base` are already counted in words: "214 answers", "500 people". */
    answersFrom: (answers: string, base: string) => `${answers} from ${base}`,
    effective: (answers: number) => `as exact as ${counted(answers, 'answer', 'answers')} drawn at random`,
    margin: 'Margins hold in 95 of 100 cases.',
    none: 'No answers in this period',
    noneBody: 'Choose a longer period, or take a condition out of the filter.',
    noneYet: 'As soon as somebody answers, the result stands here with its margin.',
    tooFew: (answers: string, missing: number) =>
      `${answers} so far: too few for a figure that holds. About ${counted(missing, 'more answer is', 'more answers are')} needed.`,
    tooFewUnknown: (answers: string) => `${answers} so far: too few for a figure that holds. Take it as a hint.`,
    textOnly: 'This survey is answered in words. Read them under Comments.',
    /** The smallest change that as many answers again would show; `change` is with its unit. */
    visible: (change: string) =>
      `With as many answers again, a change of ${change} or more would show, in four cases of five.`,
    /** `base` is already counted in words: "14 people". */
    everyone: (base: string) => `Everyone has answered (${base}), so there is no sampling margin.`,
    fewInAll: 'So few that one of them moves the figure far: read what they say rather than the figure.',
  },
  why: {
    over: (part: string, base: string, answers: string) =>
      `${part} is over-heard: ${base} of customers, ${answers} of answers.`,
    under: (part: string, base: string, answers: string) =>
      `${part} is under-heard: ${base} of customers, ${answers} of answers.`,
    /** A group of customers of whom it is not known; `of`: such as "Plan". */
    unknown: (of: string) => `“${of} not known”`,
    differ: 'Weighting gives every plan and tenure its true size.',
    agree: 'The two agree all the same.',
    inProportion: 'Every plan and tenure is heard about in proportion to its size, so the two agree.',
    small: 'No plan or tenure stands out; small differences add up.',
    uncovered: (share: string) =>
      `${share} of customers are in groups without an answer; the weighted figure leaves them out.`,
    raked: 'Some groups have hardly any answers, so plans and tenures were each brought to their size by themselves.',
    missing: {
      too_few: 'Too few answers to weigh by plan and tenure.',
      no_base: 'Nobody is in this segment now, so there is nothing to weigh to.',
      no_figure: 'There is no figure to weigh.',
      unit: 'Each account weighs as much as it spends, so it is weighted already.',
    },
  },
  benchmark: {
    label: 'Hold against',
    none: 'No benchmark',
    industries: {
      grocery: 'Grocery',
      retail: 'Retail',
      streaming_media: 'Streaming media',
      airlines: 'Airlines',
      car_rental: 'Car rental',
      consumer_payments: 'Consumer payments',
      technology_vendors: 'Technology vendors',
      legal_services: 'Legal services',
      hr_services: 'HR services',
    } as Record<string, string>,
    /** On the line in the chart. */
    line: (industry: string, score: string) => `${industry} ${score}`,
    said: (industry: string, score: string, asked: string, source: string) =>
      `${industry}: NPS ${score}. ${asked}. Source: ${source}.`,
    source: 'Open the source',
    caution:
      'Averages of others differ by country, by way of asking and by who answers more than most companies differ. Your own last wave is the better measure.',
  },
  time: {
    /** `name`: what is drawn, such as "NPS". */
    title: {
      day: (name: string) => `${name} by day, with its margin`,
      week: (name: string) => `${name} by week, with its margin`,
      month: (name: string) => `${name} by month, with its margin`,
    },
    steps: { day: 'Day', week: 'Week', month: 'Month' },
    answersTitle: { day: 'Answers a day', week: 'Answers a week', month: 'Answers a month' },
    showTable: 'Show as table',
    showChart: 'Show as chart',
    hideTable: 'Hide table',
    answers: 'Answers',
    figure: 'Figure',
    margin: '95 % margin',
    tooFew: 'too few answers',
    readout: (time: string, figure: string, answers: string) => `${time} · ${figure} · ${answers}`,
    tooFewIn: (time: string, answers: string, missing: number) =>
      `${time} · ${answers}, too few for a figure: ${missing} more needed`,
    chartLabel: (title: string, from: string, to: string) =>
      `${title}, ${from} to ${to}. Line chart; the same as a table follows.`,
    noTrend: (least: number) =>
      `Too few answers for a trend: it takes two times with at least ${least} answers each. Every single answer still counts in the figure above.`,
    notEnough: 'Too few answers in all for a trend.',
    hint: 'Click a time to read its answers.',
  },
  distribution: {
    scores: (lowest: number, highest: number) => `How they scored, ${lowest} to ${highest}`,
    options: 'What they chose',
    severalShares: 'Of several choices a person, shares add up to more than 100 %.',
    score: 'Score',
    option: 'Option',
    share: 'Share',
    margin: '95 % margin',
    answers: 'Answers',
    /** A group of NPS scores with its range. */
    group: (name: string, range: string) => `${name} ${range}`,
    unnamed: 'An option without words',
  },
  funnel: {
    title: 'From eligible to answered',
    eligible: 'Eligible',
    eligibleHint: 'Came by when the survey was due, and it is aimed at them',
    asked: 'Asked',
    askedHint: 'Drawn for the sample and granted a prompt',
    seen: 'Seen',
    seenHint: 'Times the prompt was on the screen',
    answered: 'Answered',
    dismissed: 'Dismissed',
    later: (count: number) => `of these, ${counted(count, 'person', 'people')} said “later”`,
    notKept: 'not kept',
    notKeptHint: 'Was not counted yet at that time, or not for this choice of answers',
    step: 'Step',
    count: 'How many',
    ofBefore: 'Of the step before',
    rate: (share: string, low: string, high: string) =>
      `Response rate ${share}, between ${low} and ${high}: answers a time shown.`,
    noRate: 'The prompt was not shown in this period.',
  },
  method: {
    title: 'How these figures are made',
    margins:
      'Every margin is a 95 % confidence interval, corrected for the size of the base where nobody answers twice.',
    weighting:
      'The weighted figure gives each plan × tenure group its share of all customers (post-stratified, or raked where groups are thin).',
    units: {
      people: 'Every answer counts the same.',
      accounts: 'Each account has one voice, the mean of its people.',
      spend: 'Each account has one voice and weighs as much as it spends.',
    },
    /** Foot of a printed report. */
    made: (at: string) => `Printed ${at} from Heed`,
    everyone: 'All customers',
    asOfNow: 'values as of now',
  },
  cuts: resultCuts,
  comparison: resultComparison,
  sampling: resultSampling,
  sharing: resultSharing,
}
