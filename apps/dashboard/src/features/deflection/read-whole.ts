/** A day. */
export const mostMinutes = 1440

/** A whole number that was typed; null where it is none, or out of bounds. */
export const readWhole = (typed: string, min: number, max: number): number | null => {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return number >= min && number <= max ? number : null
}
