import { type Context, createContext } from 'react'

/** Which widget runs: listeners are told to the next one when it changes. */
export const Session: Context<string> = createContext('')
