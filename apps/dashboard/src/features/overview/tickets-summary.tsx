import type { TicketFigures, Workspace } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount, formatDuration, formatMoney, formatShare } from '../../ui/numbers.ts'

const words = text.overview.tickets
const shownAreas = 5

type Props = {
  figures: TicketFigures
  workspace: Workspace
  hrefOf: (filters: Record<string, string | undefined>) => string
}

/** How help stands: what waits, how fast the first reply came, what people ask about. */
export function TicketsSummary({ figures, workspace, hrefOf }: Props) {
  const { periodDays, open, awaitingReply, created, answered, medianFirstResponseMs, withinTarget, byArea } = figures
  const target = formatDuration(workspace.firstResponseTargetMs)
  const ofPeriod = { state: 'all', days: String(periodDays) }
  return (
    <section class="card panel tickets-summary">
      <header class="panel-head">
        <h2>{words.title}</h2>
        <p class="soft small">{words.period(periodDays)}</p>
      </header>
      <dl class="tiles">
        <Tile label={words.open}>
          <a href={hrefOf({})}>{formatCount(open)}</a>
        </Tile>
        <Tile label={words.awaiting}>
          <a href={hrefOf({ awaitingReply: 'true' })}>{formatCount(awaitingReply)}</a>
        </Tile>
        <Tile label={words.median} under={words.target(target)}>
          {medianFirstResponseMs === null ? (
            '–'
          ) : (
            <a href={hrefOf({ ...ofPeriod, firstResponse: 'any' })}>{formatDuration(medianFirstResponseMs)}</a>
          )}
        </Tile>
        <Tile
          label={words.within(target)}
          under={
            withinTarget === null ? (
              words.noneAnswered
            ) : (
              <>
                <MarginBar value={withinTarget.share} low={withinTarget.low} high={withinTarget.high} min={0} max={1} />
                {text.overview.nps.between(formatShare(withinTarget.low), formatShare(withinTarget.high))} ·{' '}
                {words.ofAnswered(answered, created)}
              </>
            )
          }
        >
          {withinTarget === null ? (
            '–'
          ) : (
            <a href={hrefOf({ ...ofPeriod, firstResponse: 'within' })}>{formatShare(withinTarget.share)}</a>
          )}
        </Tile>
      </dl>
      {byArea.length === 0 ? (
        <p class="soft">{words.noAreas}</p>
      ) : (
        <div class="table-scroll">
          <table class="figures">
            <caption>{words.areas}</caption>
            <thead>
              <tr>
                <th scope="col">{words.area}</th>
                <th scope="col" class="number">
                  {words.tickets}
                </th>
                <th scope="col" class="number">
                  {words.accounts}
                </th>
                <th scope="col" class="number">
                  {words.spend(workspace.currency)}
                </th>
              </tr>
            </thead>
            <tbody>
              {byArea.slice(0, shownAreas).map(({ area, tickets, accounts, spendMinor }) => (
                <tr key={area.id}>
                  <th scope="row">
                    <a href={hrefOf({ ...ofPeriod, areaId: area.id })}>{area.name}</a>
                  </th>
                  <td class="number">{formatCount(tickets)}</td>
                  <td class="number">{formatCount(accounts)}</td>
                  <td class="number">{formatMoney(spendMinor, workspace.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Tile({ label, under, children }: { label: string; under?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="tile">
      <dt class="soft">{label}</dt>
      <dd>
        <span class="tile-figure numbers">{children}</span>
        {under !== undefined && <span class="tile-under soft small">{under}</span>}
      </dd>
    </div>
  )
}
