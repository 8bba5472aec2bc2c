import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useReducer, useState } from 'preact/hooks'
import type { Customer } from '../customers/customer.ts'
import { type AccountAction, type AccountState, accountAfter, openAccount } from './account-state.ts'

type Account = {
  customer: Customer
  state: AccountState
  dispatch: (action: AccountAction) => void
  /** Says what was done, in a line that screen readers read out. */
  announce: (text: string) => void
}

/** Long enough to read a sentence twice. */
const noticeMs = 6_000

const AccountContext = createContext<Account | undefined>(undefined)

export const useAccount = (): Account => {
  const account = useContext(AccountContext)
  if (!account) throw new Error('useAccount needs an AccountProvider above it')
  return account
}

/** Give it the customer's id as its key: another customer is another account. */
export function AccountProvider({ customer, children }: { customer: Customer; children: ComponentChildren }) {
  const [state, dispatch] = useReducer(accountAfter, openAccount(customer))
  const [notice, announce] = useState('')
  useEffect(() => {
    if (notice === '') return
    const timer = setTimeout(() => announce(''), noticeMs)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <AccountContext.Provider value={{ customer, state, dispatch, announce }}>
      {children}
      <p class="notice" role="status">
        {notice}
      </p>
    </AccountContext.Provider>
  )
}
