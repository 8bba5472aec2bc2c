import type { HelpWords } from '../help-words.ts'

export const en: HelpWords = {
  help: 'Help',
  skip: 'Skip to the text',
  searchLabel: 'What are you looking for?',
  search: 'Search',
  resultsFor: 'Found for “{text}”',
  nothingFound: 'Nothing was found. Try fewer or other words.',
  allTopics: 'All topics',
  otherTopics: 'Other topics',
  related: 'More on this topic',
  languages: 'Languages',
  changed: 'Last changed on {date}',
  didItHelp: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. Your answer helps us improve this article.',
  empty: 'There are no articles yet.',
  notFound: 'This page is not here',
  notFoundWhy: 'It may have moved or been taken down. Search for it, or look through all topics.',
  feed: 'New and changed articles',
}
