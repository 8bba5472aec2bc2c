/** Where an axis from zero ends, so that it holds all of these: in steps of 20 tickets per 100 people, and no nearer. */
export const axisEnd = (ticketsAPerson: readonly number[]): number =>
  Math.ceil(Math.max(0.2, ...ticketsAPerson.map(Math.abs)) * 5) / 5
