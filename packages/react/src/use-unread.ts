import { type Context, createContext, useContext } from 'react'

export const Unread: Context<number> = createContext(0)

/** How many replies wait to be read. The provider listens, so a component that comes later knows it as well. */
export const useUnread = (): number => useContext(Unread)
