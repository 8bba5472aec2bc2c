import { counted } from './plural.ts'

export const segments = {
  /** Names the bar for screen readers. */
  label: 'Whom you are looking at',
  /** No condition is set. */
  everyone: 'Everyone',
  filter: 'Filter',
  accounts: (accounts: number) => counted(accounts, 'account', 'accounts'),
  people: (people: number) => counted(people, 'person', 'people'),
  /** Share of the revenue of all customers. */
  ofSpend: (share: string) => `${share} of spend`,
  nobodyYet: 'No customers yet',
  nobody: 'No customer fits. Take out a condition to see more.',
  sizeFailed: 'The size could not be counted.',
  /** Button on a condition. */
  remove: (condition: string) => `Remove ${condition}`,
  clear: 'Clear all',
  /** Said when the address holds a filter that cannot be read. */
  fault: (faults: string) => `One part of the filter in the address was left out: ${faults}`,
  editor: {
    title: 'Filter customers',
    /** Which moment the filter looks at: the customer's facts when the answer was given, not today's. */
    asOf: 'Filters use plan, spend and tenure as of the answer.',
    plan: 'Plan',
    noPlans: "No account has a plan yet. Send it with heed('account', …).",
    spend: (currency: string) => `Spend a month, ${currency}`,
    tenure: 'Customer for',
    days: 'days',
    months: 'months',
    unit: 'Unit',
    atLeast: 'At least',
    atMost: 'At most',
    reversed: 'The first value is above the second. Swap them to filter.',
    notANumber: 'Use a number of zero or more.',
    addTrait: 'Add a trait',
    chooseTrait: 'Choose a trait',
    removeTrait: (name: string) => `Remove the trait ${name}`,
    findValue: (name: string) => `Find a value of ${name}`,
    moreValues: (count: number) => `${counted(count, 'more value', 'more values')}: type to find one`,
    done: 'Done',
  },
}
