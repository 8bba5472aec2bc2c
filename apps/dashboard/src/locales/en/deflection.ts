import { formatCount } from '../../ui/numbers.ts'
import { deflectionArticles } from './deflection-articles.ts'
import { counted } from './plural.ts'

const requests = (count: number) => counted(count, 'request', 'requests')
const people = (count: number) => counted(count, 'person', 'people')

/** What suggestions before a ticket save, and what people ask and do not find. */
export const deflection = {
  title: 'Deflection',
  tabs: {
    /** Names the list of the pages for screen readers. */
    label: 'Pages of deflection',
    overview: 'What it saves',
    articles: 'Articles',
    unanswered: 'Asked and not found',
  },
  /** Names the choice of the period for screen readers. */
  controls: 'Which requests',
  requests,
  empty: {
    title: 'Nobody has asked yet',
    body: 'As soon as somebody types a question in the widget, it is counted here: whether an article solved it, or a ticket came of it. Articles to suggest are what it takes first.',
    action: 'Go to the articles',
    filteredTitle: 'No requests from these customers',
    filtered: 'Choose a longer period, or take a condition out of the filter.',
    everyone: 'Look at everyone',
  },
  claim: {
    title: 'What suggestions saved',
    /** A figure: tickets that were not filed. */
    tickets: 'Tickets saved',
    hours: 'Working time saved',
    between: (low: string, high: string) => `between ${low} and ${high}`,
    /** Numbers of tickets, per 100 people who asked; `low` and `high` are the ends of the margin. */
    fewer: (value: string, low: string, high: string) =>
      `Per 100 people who asked there were ${value} fewer tickets because something was suggested (${low} to ${high}).`,
    more: (value: string, low: string, high: string) =>
      `Per 100 people who asked there were ${value} more tickets where something was suggested (${low} to ${high}). Look at what is offered.`,
    /** `low` and `high`: "6 more", "20 fewer". */
    chance: (low: string, high: string) =>
      `Whether suggestions save tickets cannot be told from chance yet: per 100 people who asked there were between ${low} and ${high} because of them.`,
    oneMore: (tickets: string) => `${tickets} more`,
    oneFewer: (tickets: string) => `${tickets} fewer`,
    how: 'Measured, not assumed: some people are shown no suggestion, and their tickets are held against those of the others. Margins hold in 95 of 100 cases.',
    nothing: 'Nothing is claimed yet.',
    missing: {
      no_hold_out: 'Everybody is shown suggestions, so there is nobody to hold them against.',
      too_young: 'No request is 7 days old. Before that, nobody knows whether a ticket follows.',
      too_few_people: (needed: number, shown: number, heldOut: number) =>
        `It takes ${people(needed)} on each side. So far something was suggested to ${people(shown)}, and ${people(heldOut)} were held out.`,
      too_alike: 'On one side nearly everybody filed equally many tickets, or none, so no margin would hold.',
    },
    widen: 'A longer period or fewer conditions bring more of them.',
    settings: 'Hold-out share',
  },
  handling: {
    /** What a ticket costs a member. */
    at: (duration: string) => `at ${duration} a ticket`,
    change: 'Change',
    label: 'Minutes a ticket costs you',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    bounds: (min: number, max: number) => `Use a whole number from ${min} to ${max}.`,
  },
  ends: {
    title: 'How requests ended',
    base: (count: number) => `${requests(count)} of people to whom something may be suggested`,
    /** Each end of a request, and below it what it means. */
    names: {
      solved: 'Said solved',
      left: 'Left after reading',
      voted: 'Voted for an idea',
      ticket: 'Became a ticket',
      askedAgain: 'Left, and filed a ticket later',
      gone: 'Left without reading',
      pending: 'Not known yet',
    },
    hints: {
      solved: 'Explicit: they pressed “This solved it”',
      left: 'Implicit: they read something and filed nothing for 7 days',
      voted: 'What they asked for is an idea',
      ticket: 'Filed from it, or by the same person within 7 days',
      askedAgain: 'By another request, within 7 days',
      gone: 'Nothing was read',
      pending: 'Read something and left, less than 7 days ago',
    },
    apart: 'Solved and left are counted apart, because whoever leaves may have found the answer or given up.',
    neither:
      'Neither is what is saved: some would have managed without a suggestion. Only the comparison with those held out says how many.',
    nothingOffered: (count: number) => `For ${requests(count)} there was nothing to offer.`,
    /** Leads to more than these: also what was offered and did not help, and searches. */
    lookUnanswered: 'All that was asked and not found',
    solvedUnasked: (count: number) =>
      `${counted(count, 'person', 'people')} said solved before they typed anything; they are not in this table.`,
    searched: (count: number) => `${counted(count, 'search', 'searches')} beside them.`,
    tickets: 'Tickets of this period',
    end: 'How it ended',
    share: 'Share',
    count: 'Requests',
  },
  arms: {
    title: 'With and without suggestions',
    side: 'Side',
    shown: 'Something suggested',
    heldOut: 'Held out',
    heldOutHint: 'Nothing was suggested to them',
    people: 'People',
    tickets: 'Tickets',
    rate: 'Tickets per 100 people',
    margin: '95 % margin',
    note: 'Only people who asked what Heed had a suggestion for, 7 days ago or more: both sides asked what could have been answered. Each counts once, with all tickets from that request on, so one that is only filed later is not taken for saved.',
  },
  time: {
    label: 'What to show',
    measures: { solved: 'Said solved', left: 'Left after reading', tickets: 'Became a ticket' },
    title: {
      day: (name: string) => `${name}, share of requests by day`,
      week: (name: string) => `${name}, share of requests by week`,
      month: (name: string) => `${name}, share of requests by month`,
    },
    steps: { day: 'Day', week: 'Week', month: 'Month' },
    requestsTitle: { day: 'Requests a day', week: 'Requests a week', month: 'Requests a month' },
    requests: 'Requests',
    readout: (time: string, share: string, low: string, high: string, count: number) =>
      `${time} · ${share}, between ${low} and ${high} · ${requests(count)}`,
    tooFewIn: (time: string, count: number) => `${time} · ${requests(count)}, too few for a share`,
    openIn: (time: string, count: number) => `${time} · ${requests(count)}, not all of them settled yet`,
    chartLabel: (title: string, from: string, to: string) =>
      `${title}, ${from} to ${to}. Line chart; the same as a table follows.`,
    noTrend: (least: number) =>
      `Too few requests for a trend: it takes two times with at least ${least} requests each.`,
    recent: 'Who left is known after 7 days, so the last times are not drawn yet.',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    hideTable: 'Hide table',
  },
  parts: {
    title: (by: string) => `By ${by}`,
    by: 'Cut by',
    cuts: { plan: 'Plan', tenure: 'Tenure', spend: 'Spend' },
    requests: 'Requests',
    solved: 'Said solved',
    left: 'Left after reading',
    tickets: 'Tickets',
    fewer: 'Fewer tickets per 100 people',
    few: 'Too few to compare',
    fewNote: (needed: number) =>
      `A comparison takes ${people(needed)} on each side, not nearly all of them with equally many tickets.`,
    none: 'Nothing to cut yet.',
    only: (part: string) => `Look at ${part} only`,
  },
  articles: deflectionArticles,
  unanswered: {
    lead: 'Requests and searches for which nothing was found, or nothing that was read helped. What an article answers by now is left out.',
    kinds: { label: 'Which', all: 'All', asked: 'Asked', searched: 'Searched' },
    /** The requests are those of all groups, of which the most frequent are in the list. */
    total: (shown: number, groups: number, count: number) =>
      shown < groups
        ? `The ${formatCount(shown)} most frequent of ${counted(groups, 'group', 'groups')}, ${requests(count)} in all`
        : `${counted(groups, 'group', 'groups')}, ${requests(count)}`,
    requests,
    searches: (count: number) => `${counted(count, 'search', 'searches')} among them`,
    people: (count: number) => people(count),
    accounts: (count: number) => counted(count, 'account', 'accounts'),
    /** Revenue a month of the accounts that asked. */
    waits: (amount: string) => `${amount} a month waits`,
    /** Before how long ago, such as "2 days ago". */
    last: 'last asked',
    /** Opens and closes the list of other wordings. */
    others: (count: number) => `${counted(count, 'other wording', 'other wordings')}`,
    write: 'Write this article',
    writeNamed: (wording: string) => `Write this article: “${wording}”`,
    language: 'Language',
    empty: {
      title: 'Everything was found',
      body: 'No request or search of this period is without an answer. Those that are appear here, grouped by what they ask.',
    },
  },
}
