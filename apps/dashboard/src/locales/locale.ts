/** The language of the interface; numbers, dates and lists follow it. */
export const locale = 'en'
