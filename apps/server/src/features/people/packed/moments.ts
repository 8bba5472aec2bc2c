/** A number that is not known: it lies between no bounds. */
export const unknown = Number.NaN

export const momentOf = (at: Date | null): number => at?.getTime() ?? unknown
