/** The beginning of a text, as much as fits; never half of a sign that is made of two. */
export const cutText = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
