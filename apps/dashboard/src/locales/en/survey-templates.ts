/** Templates by name: what each finds out, in one line. What its prompt says to customers stands with the template. */
export const surveyTemplates = {
  nps: { name: 'NPS', line: 'How likely customers are to recommend you, every 90 days.' },
  csatAfterTicket: { name: 'CSAT after a ticket', line: 'How satisfied customers are with the help they got.' },
  cesAfterEvent: { name: 'CES after an event', line: 'How easy a task was, right after it was done.' },
  ideaReaction: { name: 'Reaction to an idea', line: 'Whether customers like an idea: yes, no or not sure.' },
  whichIdea: { name: 'Which of two ideas', line: 'Which of two ideas customers would rather have.' },
  cancelReason: { name: 'Cancel reason', line: 'Why a customer leaves, asked as they do.' },
  onboarding7: { name: 'Onboarding, day 7', line: 'How easy it was to get started, a week in.' },
  onboarding30: { name: 'Onboarding, day 30', line: 'How satisfied customers are with their first month.' },
  onboarding90: { name: 'Onboarding, day 90', line: 'The first NPS score of each customer, after three months.' },
  pulse: {
    name: 'Product-development pulse',
    line: 'How happy customers are with how you develop the product, once a year.',
  },
  /** Kinds without any setting made yet. */
  blank: {
    nps: 'Eleven numbers, 0 to 10',
    csat: 'Satisfaction, 1 to 5',
    ces: 'Effort, 1 to 7',
    rating: 'Five stars or faces',
    reaction: 'An idea: no, not sure, yes',
    single_choice: 'One of several options',
    multiple_choice: 'Any number of options',
    comparison: 'One of two ideas',
    text: 'An answer in words',
  },
}
