import { counted } from './plural.ts'

/** A figure cut by plan, tenure, spend, version, language or a trait, and changes in words. */
export const resultCuts = {
  title: (by: string) => `By ${by}`,
  by: 'Cut by',
  dimensions: {
    plan: 'Plan',
    tenure: 'Tenure',
    spend: 'Spend',
    version: 'Version',
    locale: 'Language',
  },
  traits: 'Traits',
  look: 'Show as',
  table: 'Table',
  multiples: 'Charts',
  figure: 'Figure',
  margin: '95 % margin',
  answers: 'Answers',
  base: { people: 'People', accounts: 'Accounts' },
  responseRate: 'Response rate',
  against: 'Against all others',
  unknown: 'Not known',
  version: (version: string) => `Version ${version}`,
  few: 'Too few answers',
  none: 'No answers to cut.',
  leftOut: (count: number) => `${counted(count, 'smaller value is', 'smaller values are')} left out.`,
  /** Opens the answers of a part; `part` is its name. */
  open: (part: string) => `Answers of ${part}`,
  /** Looks at one part alone. */
  only: (part: string) => `Look at ${part} only`,
  noOpen: 'The filter cannot pick these answers',
  asOfNow: 'Values are those of the answer here, so a filter as of now cannot pick them.',
  noTrend: 'Too few answers for a trend',
  /** A change in the unit of the figure: points of NPS or of per cent. */
  points: (change: string) => `${change} points`,
  point: (change: string) => `${change} point`,
  verdict: {
    up: (change: string, low: string, high: string) => `up ${change}, between ${low} and ${high}: more than chance`,
    down: (change: string, low: string, high: string) => `down ${change}, between ${low} and ${high}: more than chance`,
    /** `answers`: such as "41 answers". */
    chanceUp: (change: string, answers: string) => `up ${change}, but with ${answers} that can be chance`,
    chanceDown: (change: string, answers: string) => `down ${change}, but with ${answers} that can be chance`,
    same: (answers: string) => `no different, as far as ${answers} can tell`,
    tooFew: 'too few answers to say',
    alone: 'nothing to hold it against',
  },
}
