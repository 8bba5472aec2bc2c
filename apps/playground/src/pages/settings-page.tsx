import { useAccount } from '../account/account.tsx'
import { planNames } from '../customers/customer.ts'
import { heed } from '../heed.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'

export function SettingsPage() {
  const { customer } = useAccount()
  const { words, formats } = useSpeech()
  const { company } = customer
  const profile: [string, string][] = [
    [words.name, customer.name],
    [words.email, customer.email],
    [words.language, words.languageName],
    [words.identity, customer.identityChecked ? words.identityStates.done : words.identityStates.open],
  ]
  const companyFacts: [string, string][] = [
    [words.company, company.name],
    [words.address, company.address],
    [words.plan, `${planNames[company.plan]}, ${words.aMonth(formats.money(company.spendMinor))}`],
    [words.seats, formats.count(company.seats)],
    [words.customerSince, formats.month(-company.customerForDays)],
  ]
  return (
    <Page title={words.settings}>
      <div class="columns">
        <section class="panel" aria-labelledby="profile">
          <h2 id="profile">{words.profile}</h2>
          <Facts facts={profile} />
        </section>
        <section class="panel" aria-labelledby="company">
          <h2 id="company">{words.company}</h2>
          <Facts facts={companyFacts} />
        </section>
      </div>
      <section class="panel help" aria-labelledby="help">
        <div>
          <h2 id="help">{words.help}</h2>
          <p>{words.helpText}</p>
        </div>
        <button type="button" class="primary" onClick={() => heed('open', 'ticket')}>
          {words.getHelp}
        </button>
      </section>
    </Page>
  )
}

function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
