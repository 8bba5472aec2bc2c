/** Signs of the language that the query of an address may hold as they are (RFC 3986). */
const plain = /%(3A|3B|2C|2F|40)/g

/**
 * A segment's text as the value of a query parameter: readable, and what `URLSearchParams` reads back. Halves of a
 * surrogate pair become U+FFFD, as they do in every text that is sent.
 */
export const segmentParam = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(plain, decodeURIComponent)
