import { type Customer, paymentRows } from './customer.ts'

/** Newcomer on the smallest plan: five days in, identity check still open, hardly any money. */
export const tom: Customer = {
  id: 'demo-tom',
  name: 'Tom Whitfield',
  email: 'tom@whitfield-ceramics.example',
  language: 'en',
  memberForDays: 5,
  identityChecked: false,
  company: {
    id: 'demo-whitfield-ceramics',
    name: 'Whitfield Ceramics',
    plan: 'starter',
    spendMinor: 9_00,
    customerForDays: 5,
    seats: 1,
    industry: 'Retail',
    country: 'IE',
    address: '4 Kiln Lane, Westport',
  },
  balances: [{ currency: 'EUR', minor: 212_40, iban: 'IE00 NRTH 9900 0000 4821 07' }],
  payments: paymentRows('tom', [
    [0, 'Clay & Glaze Supplies', 'Stoneware, 25 kg', -37_60, 'card', 'pending'],
    [1, 'Market stall, Saturday', 'Till takings', 148_00, 'transfer'],
    [3, 'Parcel Point', 'Two parcels', -14_90, 'card'],
    [4, 'Tom Whitfield', 'First top-up', 116_90, 'transfer'],
  ]),
  cards: [
    {
      id: 'tom-1',
      holder: 'Tom Whitfield',
      label: 'Studio',
      lastFour: '4407',
      expires: '08/31',
      kind: 'virtual',
      frozen: false,
      spentMinor: 52_50,
      limitMinor: 250_00,
    },
  ],
  invoices: [
    {
      id: 'wc-001',
      number: 'WC-001',
      client: 'Harbour Street Café',
      clientEmail: 'orders@harbour-street.example',
      issuedDaysAgo: 1,
      dueInDays: 13,
      state: 'draft',
      lines: [
        { text: 'Espresso cups, sea green', quantity: 24, unitMinor: 14_50 },
        { text: 'Delivery', quantity: 1, unitMinor: 12_00 },
      ],
    },
  ],
}
