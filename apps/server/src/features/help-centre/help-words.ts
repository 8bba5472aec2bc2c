/** The words of the help centre's pages, with notes for translators. `{…}` is filled in and stays as it is. */
export type HelpWords = {
  /** Name of the whole, beside the company's name. */
  help: string
  /** For those who use a keyboard or listen: over the navigation to the text. */
  skip: string
  /** Label of the search field, and what stands in it while it is empty. */
  searchLabel: string
  /** Button. */
  search: string
  /** Heading over what was found. `{text}`: what was searched. */
  resultsFor: string
  nothingFound: string
  /** Link back to the first page, and the first part of where one is. */
  allTopics: string
  /** Heading over articles that belong to no topic. */
  otherTopics: string
  /** Heading over other articles of the same topic. */
  related: string
  /** Label of the list of languages. */
  languages: string
  /** `{date}`: such as 2 March 2026. */
  changed: string
  /** Question under an article, and its two buttons. */
  didItHelp: string
  yes: string
  no: string
  /** After one of the buttons. */
  thanks: string
  /** There are no articles yet. */
  empty: string
  notFound: string
  /** Under it: what one can do. */
  notFoundWhy: string
  /** Name of the feed that programs can follow. */
  feed: string
}
