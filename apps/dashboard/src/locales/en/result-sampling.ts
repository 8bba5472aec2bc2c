import { counted } from './plural.ts'

/** Whom the survey asked in its wave of now, group by group. */
export const resultSampling = {
  wave: (number: number) => `Wave ${number}`,
  since: (from: string) => `since ${from}`,
  until: (to: string) => `They are wanted until ${to}.`,
  progress: (answered: number, wanted: number) => `${counted(answered, 'answer', 'answers')} of ${wanted} wanted`,
  noTarget: (answered: number, asked: number) =>
    `${counted(answered, 'answer', 'answers')} from ${counted(asked, 'person asked', 'people asked')}`,
  margin: (points: string) => `Once all are there, the margin is about ± ${points} points.`,
  full: 'All wanted answers are there.',
  table: 'Groups of the sample',
  columns: {
    group: 'Group',
    base: 'People',
    asked: 'Asked',
    answered: 'Answered',
    rate: 'Response rate',
    wanted: 'Wanted',
    still: 'Still wanted',
    heard: 'Heard',
  },
  total: 'All',
  heard: { under: 'Under-heard', even: 'In proportion', over: 'Over-heard' },
  /** Share of the answers against share of the people, such as 1.6. */
  ratio: (ratio: string) => `${ratio} ×`,
  between: (low: string, high: string) => `between ${low} and ${high}`,
  heardHint:
    'A group is over- or under-heard when its share of the answers is off its share of the people by more than chance.',
  notStarted: 'This survey has not been launched yet',
  notStartedBody:
    'Once it asks people, each group stands here with whom it asked, who answered and how many are still wanted.',
  empty: 'Nobody fits this survey at the moment.',
}
