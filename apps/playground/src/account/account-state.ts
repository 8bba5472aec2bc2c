import type { Balance, Card, Currency, Customer, Invoice, Payment } from '../customers/customer.ts'

/** What stands in the account now: as written down for the customer, plus what was done since the page was opened. */
export type AccountState = {
  balances: [Balance, ...Balance[]]
  payments: Payment[]
  cards: Card[]
  invoices: Invoice[]
}

export type AccountAction =
  | { kind: 'send_payment'; party: string; purpose: string; minor: number }
  | { kind: 'exchange'; from: Currency; to: Currency; minor: number; getMinor: number }
  | { kind: 'freeze_card' | 'unfreeze_card'; cardId: string }
  | { kind: 'send_invoice'; invoiceId: string }

export const openAccount = ({ balances, payments, cards, invoices }: Customer): AccountState => ({
  balances,
  payments,
  cards,
  invoices,
})

const add = (balances: AccountState['balances'], currency: Currency, minor: number): AccountState['balances'] => {
  const changed = (balance: Balance) =>
    balance.currency === currency ? { ...balance, minor: balance.minor + minor } : balance
  const [main, ...others] = balances
  return [changed(main), ...others.map(changed)]
}

export const accountAfter = (state: AccountState, action: AccountAction): AccountState => {
  switch (action.kind) {
    case 'send_payment': {
      const { party, purpose, minor } = action
      const payment: Payment = {
        id: `sent-${state.payments.length + 1}`,
        daysAgo: 0,
        party,
        purpose,
        minor: -minor,
        currency: 'EUR',
        way: 'transfer',
        state: 'pending',
      }
      return { ...state, balances: add(state.balances, 'EUR', -minor), payments: [payment, ...state.payments] }
    }
    case 'exchange': {
      const paid = add(state.balances, action.from, -action.minor)
      return { ...state, balances: add(paid, action.to, action.getMinor) }
    }
    case 'freeze_card':
    case 'unfreeze_card': {
      const frozen = action.kind === 'freeze_card'
      return {
        ...state,
        cards: state.cards.map((card) => (card.id === action.cardId ? { ...card, frozen } : card)),
      }
    }
    case 'send_invoice':
      return {
        ...state,
        invoices: state.invoices.map((invoice) =>
          invoice.id === action.invoiceId && invoice.state === 'draft' ? { ...invoice, state: 'sent' } : invoice,
        ),
      }
  }
}

/** Sums of the last 30 days in the main currency, declined payments left out. */
export const flowOf = (payments: Payment[]): { inMinor: number; outMinor: number } => {
  const counted = payments.filter(({ daysAgo, state }) => daysAgo <= 30 && state !== 'declined')
  const sum = (rows: Payment[]) => rows.reduce((total, { minor }) => total + minor, 0)
  return {
    inMinor: sum(counted.filter(({ minor }) => minor > 0)),
    outMinor: -sum(counted.filter(({ minor }) => minor < 0)),
  }
}

/** Made-up rates, in euro for one unit. */
const euroFor: Record<Currency, number> = { EUR: 1, GBP: 1.15, USD: 0.9, CHF: 1.05 }

/** What one gets for an amount after the exchange charge of half a percent, in minor units. */
export const exchangedMinor = (from: Currency, to: Currency, minor: number): number =>
  Math.round(((minor * euroFor[from]) / euroFor[to]) * 0.995)
