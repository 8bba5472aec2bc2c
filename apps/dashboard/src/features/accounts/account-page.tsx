import type { AccountDetail, PersonItem, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { accountName, CustomerFacts, personName, TrustTag } from '../../ui/customer-facts.tsx'
import { DetailPage } from '../../ui/detail-page.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { AccountFacts } from '../people/account-facts.tsx'
import '../people/customers.css'
import { listFilters } from '../people/list-view.ts'
import { Timeline } from '../people/timeline.tsx'
import { TwinNote } from '../people/twin-note.tsx'
import { useAccount, usePeopleOf } from '../people/use-person.ts'
import { useSegment } from '../segments/use-segment.ts'

const words = text.customers.account

/** An account: what it is, who said so, its people, and everything they said, asked and did. */
export function AccountPage({ id = '', workspace }: { id?: string; workspace: Workspace }) {
  const { link, filter } = useSegment()
  const query = useAccount(id)
  const back = link('/accounts', listFilters(filter))

  return (
    <DetailPage query={query} back={back} words={words}>
      {(account) => <Account key={account.id} account={account} currency={workspace.currency} />}
    </DetailPage>
  )
}

function Account({ account, currency }: { account: AccountDetail; currency: string }) {
  const { link } = useSegment()
  const { trust, unsigned, verified } = account
  return (
    <div class="split">
      <div class="split-main">
        <header class="customer-head">
          <PageHeading title={accountName(account)} />
          <p class="soft numbers">
            {trust === 'verified' ? text.common.customer.verified : text.common.customer.unverified}
            {' · '}
            {words.peopleCount(account.people)}
          </p>
          <p class="soft">
            <CustomerFacts snapshot={account} />
          </p>
        </header>
        <TwinNote
          words={words}
          unsigned={unsigned && link(`/accounts/${unsigned}`)}
          verified={verified && link(`/accounts/${verified}`)}
        />
        <People accountId={account.id} trust={trust} />
        <Timeline of={`/api/accounts/${account.id}`} trust={trust} names />
      </div>
      <div class="customer-side">
        <aside class="card panel" aria-label={words.facts}>
          <h2>{words.facts}</h2>
          <AccountFacts account={account} currency={currency} />
        </aside>
      </div>
    </div>
  )
}

function People({ accountId, trust }: { accountId: string; trust: AccountDetail['trust'] }) {
  const query = usePeopleOf(accountId)
  const items = usePagedItems(query)
  return (
    <section class="timeline" aria-labelledby="people-title">
      <h2 id="people-title">{words.people}</h2>
      <PagedList query={query} items={items} height={120}>
        {(people) =>
          people.length === 0 ? (
            <p class="card panel soft">{words.noPeople}</p>
          ) : (
            <ul class="rows card">
              {people.map((person) => (
                <PersonRow key={person.id} person={person} showsTrust={trust === 'verified'} />
              ))}
            </ul>
          )
        }
      </PagedList>
    </section>
  )
}

function PersonRow({ person, showsTrust }: { person: PersonItem; showsTrust: boolean }) {
  const { link } = useSegment()
  const name = personName(person)
  return (
    <li class="row people-row">
      <p class="row-facts soft">
        <strong>
          <a class="row-link" href={link(`/people/${person.id}`)} dir="auto">
            {name}
          </a>
        </strong>
        {person.email && person.email !== name && <bdi>{person.email}</bdi>}
        {showsTrust && <TrustTag trust={person.trust} />}
      </p>
      <p class="row-time soft">
        {person.lastSeenAt === null ? text.customers.person.neverSeen : <RelativeTime at={person.lastSeenAt} />}
      </p>
    </li>
  )
}
