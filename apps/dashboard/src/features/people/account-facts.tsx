import type { AccountDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { accountName } from '../../ui/customer-facts.tsx'
import { Fact } from '../../ui/customer-panel.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { KnownList } from './known-list.tsx'

const words = text.customers.account

type Props = { account: AccountDetail; currency: string; href?: string }

/** What is known of an account. `currency`: the workspace's; `href`: its own page, where this is another one. */
export function AccountFacts({ account, currency, href }: Props) {
  const { accountId, known, people } = account
  // Beside a link of its name, the name itself is no news.
  const rest = href === undefined ? known : known.filter(({ name }) => name !== 'name')
  return (
    <>
      {href !== undefined && (
        <a class="customer-link" href={href} dir="auto">
          {accountName(account)}
        </a>
      )}
      <dl class="facts numbers">
        <Fact name={words.accountId}>
          <bdi>{accountId}</bdi>
        </Fact>
        <Fact name={words.people}>{formatCount(people)}</Fact>
      </dl>
      <KnownList known={rest} around={{ ...account, of: 'account', reportingCurrency: currency }} />
    </>
  )
}
