/** What was written into the form of an idea; left out: a field that nobody wrote in. */
export type TypedIdea = { title?: string; body?: string; areaId?: string }

/** What an earlier page kept of a form. What makes no sense is left out, as if it had not been written. */
export const readTyped = (kept: unknown): TypedIdea =>
  typeof kept === 'object' && kept !== null
    ? Object.fromEntries(
        ['title', 'body', 'areaId'].flatMap((name) => {
          const value: unknown = Reflect.get(kept, name)
          return typeof value === 'string' ? [[name, value]] : []
        }),
      )
    : {}
