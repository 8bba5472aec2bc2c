import type { Erasure, Member, PersonDetail, Workspace } from '@heed/contracts'
import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { accountName, CustomerFacts, personName } from '../../ui/customer-facts.tsx'
import { Fact } from '../../ui/customer-panel.tsx'
import { DetailPage } from '../../ui/detail-page.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { AccountFacts } from './account-facts.tsx'
import './customers.css'
import { ErasePerson } from './erase-person.tsx'
import { ErasedPerson } from './erased-person.tsx'
import { KnownList } from './known-list.tsx'
import { listFilters } from './list-view.ts'
import { Timeline } from './timeline.tsx'
import { TwinNote } from './twin-note.tsx'
import { usePerson } from './use-person.ts'

const words = text.customers.person

type Props = { id?: string; workspace: Workspace; member: Member }
type Erased = { person: PersonDetail; erasure: Erasure }

/** A person: who they are, who said so, and everything they said, asked and did. */
export function PersonPage({ id = '', workspace, member }: Props) {
  const { link, filter } = useSegment()
  const query = usePerson(id)
  const back = link('/people', listFilters(filter))
  const [erased, setErased] = useState<Erased | null>(null)
  if (erased?.person.id === id) return <ErasedPerson {...erased} back={back} />

  return (
    <DetailPage query={query} back={back} words={words}>
      {(person) => (
        <Person
          key={person.id}
          person={person}
          currency={workspace.currency}
          mayErase={member.role === 'owner' || member.role === 'admin'}
          onErased={(erasure) => setErased({ person, erasure })}
        />
      )}
    </DetailPage>
  )
}

type PersonProps = {
  person: PersonDetail
  currency: string
  mayErase: boolean
  onErased: (erasure: Erasure) => void
}

function Person({ person, currency, mayErase, onErased }: PersonProps) {
  const { link } = useSegment()
  const [asks, setAsks] = useState(false)
  const { userId, email, trust, account } = person
  const name = personName(person)
  return (
    <div class="split">
      <div class="split-main">
        <header class="customer-head">
          <PageHeading title={name} />
          <p class="soft">
            {trust === 'verified' ? text.common.customer.verified : text.common.customer.unverified}
            {email && email !== name && (
              <>
                {' · '}
                <bdi>{email}</bdi>
              </>
            )}
          </p>
          {account && (
            <p class="row-facts soft">
              <span>
                <a class="customer-link" href={link(`/accounts/${account.id}`)} dir="auto">
                  {accountName(account)}
                </a>
              </span>
              <CustomerFacts snapshot={person} />
            </p>
          )}
        </header>
        <TwinNote
          words={words}
          unsigned={person.unsigned && link(`/people/${person.unsigned}`)}
          verified={person.verified && link(`/people/${person.verified}`)}
        />
        <Timeline of={`/api/people/${person.id}`} trust={trust} />
      </div>
      <div class="customer-side">
        <aside class="card panel" aria-label={words.facts}>
          <h2>{words.facts}</h2>
          <dl class="facts">
            {userId !== null && (
              <Fact name={words.userId}>
                <bdi>{userId}</bdi>
              </Fact>
            )}
            <Fact name={words.lastSeen}>
              {person.lastSeenAt === null ? words.neverSeen : <RelativeTime at={person.lastSeenAt} />}
            </Fact>
            <Fact name={words.firstSeen}>
              <RelativeTime at={person.firstSeenAt} />
            </Fact>
          </dl>
          {person.known.length > 0 && (
            <KnownList
              known={person.known}
              around={{
                ...person,
                of: 'person',
                reportingCurrency: currency,
                // Tenure counts from the account's date, where it has one.
                tenureDays: account?.createdAt ? null : person.tenureDays,
              }}
            />
          )}
        </aside>
        <aside class="card panel" aria-label={words.account}>
          <h2>{words.account}</h2>
          {account ? (
            <AccountFacts account={account} currency={currency} href={link(`/accounts/${account.id}`)} />
          ) : (
            <p class="soft">{words.noAccount}</p>
          )}
        </aside>
        {mayErase && (
          <button type="button" class="button person-erase" data-look="quiet" onClick={() => setAsks(true)}>
            <Trash2 size={16} aria-hidden="true" />
            {person.verified ? text.erasure.claimButton : text.erasure.button}
          </button>
        )}
        {asks && <ErasePerson person={person} onErased={onErased} onClose={() => setAsks(false)} />}
      </div>
    </div>
  )
}
