/**
 * Writes down what is kept or sent. Old libraries of host pages (Prototype.js) give arrays a `toJSON` that makes a text
 * of them; the array itself is written in its place.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, name, said: unknown) {
    return Array.isArray(this[name]) ? this[name] : said
  })
