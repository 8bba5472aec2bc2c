/** Id of the heading that names a card; the content of every one has one. */
export const titleId = 'title'
