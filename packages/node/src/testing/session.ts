/** What the examples of the guide take from the app around them. */
export type User = {
  id: string
  name: string
  email: string
  role: string
  createdAt: Date
  company: {
    id: string
    name: string
    plan: string
    monthlyCents: number
    currency: string
    seats: number
    since: Date
  }
}

export const lena: User = {
  id: '4711',
  name: 'Lena Okafor',
  email: 'lena@acme.example',
  role: 'admin',
  createdAt: new Date('2024-02-01T00:00:00.000Z'),
  company: {
    id: 'acme',
    name: 'Acme',
    plan: 'growth',
    monthlyCents: 12_900,
    currency: 'EUR',
    seats: 40,
    since: new Date('2023-11-05T00:00:00.000Z'),
  },
}

/**
 * The user whose cookie came along.
 * @public the examples import it, by `docs-examples.ts`
 */
export const userOf = async ({ headers }: { headers: { cookie?: string | undefined } }): Promise<User | undefined> =>
  headers.cookie === 'session=4711' ? lena : undefined
