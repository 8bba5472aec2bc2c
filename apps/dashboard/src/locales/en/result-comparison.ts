/** Two segments, periods or versions side by side. */
export const resultComparison = {
  title: 'Compare',
  lead: 'Two groups of answers side by side, and whether they differ by more than chance.',
  of: 'Compare',
  kinds: { periods: 'Periods', segments: 'Segments', versions: 'Versions' },
  first: 'First',
  second: 'Second',
  /** The period that lies just before, of the same length. */
  before: 'The period before',
  yearBefore: 'The same days a year earlier',
  otherPeriod: 'Other period',
  rest: 'Everyone else',
  everyone: 'Everyone',
  chooseSegment: 'Choose customers…',
  changeSegment: 'Change…',
  segmentTitle: 'Compare with these customers',
  done: 'Done',
  clear: 'Clear',
  /** In place of a segment that is not chosen yet. */
  noSegment: 'Choose a segment…',
  needsSegment: 'Choose a segment beside “Segments”, or customers in the bar at the top, to compare two.',
  needsVersions: 'There is one version of this survey only, so there is nothing to compare.',
  difference: 'The difference',
  weighted: 'Weighted',
  /** Sentences; `first` and `second` are names such as "Growth". */
  up: (second: string, first: string, change: string, low: string, high: string) =>
    `${second} is ${change} above ${first}, between ${low} and ${high}. That is more than chance.`,
  down: (second: string, first: string, change: string, low: string, high: string) =>
    `${second} is ${change} below ${first}, between ${low} and ${high}. That is more than chance.`,
  chanceUp: (second: string, first: string, change: string, answers: string) =>
    `${second} is ${change} above ${first}, but with ${answers} that can be chance.`,
  chanceDown: (second: string, first: string, change: string, answers: string) =>
    `${second} is ${change} below ${first}, but with ${answers} that can be chance.`,
  same: (second: string, first: string, answers: string) =>
    `${second} and ${first} are the same, as far as ${answers} can tell.`,
  tooFew: 'There are too few answers to say whether the two differ.',
  noAnswers: 'One side has no answers, so there is nothing to compare.',
  overlap: 'Customers who are on both sides count on both; the true margin is then somewhat smaller.',
  /** Of choices: both sides are held against each other by one option. */
  byOption: (option: string) => `Compared is who chose “${option}”, the option chosen most on the first side.`,
  distribution: 'What they answered',
  open: (name: string) => `Answers: ${name}`,
}
