import type { FailedMail, MailState } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useMail } from './use-mail.ts'
import './mail.css'

const words = text.settings.mail

/** Whether mail goes out, how to switch it on, and what was not delivered. The settings are the server's: one reads. */
export function MailPage() {
  const query = useMail()
  return (
    <>
      <header class="settings-head">
        <PageHeading title={words.title} />
        <p class="soft">{words.lead}</p>
      </header>
      <Loaded query={query} skeleton={<Skeleton height={240} />}>
        {(mail) => (
          <div class="settings-cards">
            <section class="card panel">
              {mail.on ? (
                <>
                  <h2>{words.on}</h2>
                  <p>
                    {mail.from !== null && words.from(mail.from)} {words.waiting(mail.waiting)}
                  </p>
                </>
              ) : (
                <Off missing={mail.missing} />
              )}
            </section>
            {(mail.on || (mail.failed !== null && mail.failed.length > 0)) && <Failed failed={mail.failed} />}
          </div>
        )}
      </Loaded>
    </>
  )
}

function Off({ missing }: Pick<MailState, 'missing'>) {
  return (
    <>
      <h2>{words.off}</h2>
      <p>{words.offBody}</p>
      <dl class="mail-missing">
        {missing.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd class="soft">{words.missing[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Failed({ failed }: Pick<MailState, 'failed'>) {
  return (
    <section class="card panel">
      <h2>{words.failed.title}</h2>
      {failed === null && <p class="soft">{words.failed.adminsOnly}</p>}
      {failed?.length === 0 && <p class="soft">{words.failed.none}</p>}
      {failed !== null && failed.length > 0 && (
        <>
          <p class="soft">{words.failed.lead}</p>
          <FailedTable failed={failed} />
        </>
      )}
    </section>
  )
}

function FailedTable({ failed }: { failed: FailedMail[] }) {
  const { columns } = words.failed
  return (
    <div class="table-scroll">
      <table class="figures stacking mail-failed">
        <caption class="visually-hidden">{words.failed.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.address}</th>
            <th scope="col">{columns.subject}</th>
            <th scope="col">{columns.failure}</th>
            <th scope="col">{columns.written}</th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ address, subject, failure, attempts, createdAt }) => (
            <tr key={`${address} ${createdAt} ${subject}`}>
              <th scope="row">{address}</th>
              <td data-label={columns.subject} dir="auto">
                {subject}
              </td>
              <td data-label={columns.failure}>
                {failure} <span class="soft">{words.failed.attempts(attempts)}</span>
              </td>
              <td data-label={columns.written}>
                <RelativeTime at={createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
