/** Ids for options, as Heed takes them: those that they had where they fit, else by their place. */
export const optionIds = (given: (string | undefined)[]): string[] => {
  const ids = given.map((id, at) => {
    const small = id?.toLowerCase() ?? ''
    return /^[a-z0-9_-]{1,40}$/.test(small) ? small : `option-${at + 1}`
  })
  return new Set(ids).size === ids.length ? ids : ids.map((_, at) => `option-${at + 1}`)
}

export const mostOptions = 12
