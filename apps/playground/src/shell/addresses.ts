/** Where the pages of the host app stand; the server serves them all with the same document. */
export const addresses = {
  home: '/demo/',
  payments: '/demo/payments',
  cards: '/demo/cards',
  invoices: '/demo/invoices',
  invoice: (id: string) => `/demo/invoices/${id}`,
  settings: '/demo/settings',
} as const
