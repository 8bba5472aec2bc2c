import { counted } from './plural.ts'

export const notices = {
  title: 'Notices',
  /** On the bell. */
  open: (unread: number) => (unread === 0 ? 'Notices' : `Notices, ${counted(unread, 'unread', 'unread')}`),
  /** As many as the bell has room for. */
  many: (most: number) => `${most}+`,
  empty: 'Nothing to tell',
  emptyBody: 'Low scores of customers who matter, results that fall and surveys that end are told here.',
  unread: 'New',
  kinds: {
    /** `who` scored so low; `score` as written. */
    lowScore: (who: string, score: string) => `${who} scored ${score}`,
    lowScoreSpend: (who: string, score: string, spend: string) => `${who}, ${spend}, scored ${score}`,
    somebody: 'Somebody',
    drop: (survey: string, before: string, now: string) => `${survey} fell from ${before} to ${now}, more than chance`,
    dropPlain: (survey: string) => `${survey} fell by more than chance`,
    ended: (survey: string) => `${survey} has ended`,
    endedAnswers: (survey: string, answers: number) =>
      `${survey} has ended with ${counted(answers, 'answer', 'answers')}`,
  },
  ticket: 'Open the ticket',
  failed: 'Notices could not be loaded.',
}
